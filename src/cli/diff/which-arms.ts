import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { DiffSide, SideArm } from './diff-side.ts';

const mostCommands = 6;

/** What tells an arm from the others of its side, as one types it behind a `#`. */
function partOf({ arm }: SideArm, among: readonly SideArm[]): string {
  const isOne = (values: unknown[]) => new Set(values).size === 1;
  if (arm.prompt === undefined || isOne(among.map((one) => one.arm.prompt))) return arm.model;
  return isOne(among.map((one) => one.arm.model)) ? arm.prompt : `${arm.prompt}#${arm.model}`;
}

/** Quoted where a shell may see more than a word in it. */
const typed = (reference: string) => (/^[\w@:./-]+$/.test(reference) ? reference : JSON.stringify(reference));

/** Asks which arms of a suite are meant, with the commands that one could type, those of one lane first. */
export function whichArms(
  { suite, before, after }: { suite: string; before: SideArm[]; after: SideArm[] },
  left: DiffSide,
  right: DiffSide,
): Problem {
  const hasSeveral = new Set([...left.arms, ...right.arms].map((one) => one.suite)).size > 1;
  const name = (side: DiffSide, among: readonly SideArm[], one: SideArm) =>
    typed(among.length > 1 ? `${side.reference}#${partOf(one, among)}` : side.reference);
  const pairs = before.flatMap((one) => after.map((other) => [one, other] as const));
  const inLane = (pair: (typeof pairs)[number]) => (pair[0].arm.lane === pair[1].arm.lane ? 0 : 1);
  const commands = pairs
    .filter(([one, other]) => one.run !== other.run || one.arm.id !== other.arm.id)
    .sort((a, b) => inLane(a) - inLane(b))
    .slice(0, mostCommands)
    .map(([one, other]) => `evals diff ${name(left, before, one)} ${name(right, after, other)}`)
    .map((command) => (hasSeveral ? `${command} --suite ${suite}` : command));
  const sides = [
    { label: left.label, arms: before.map(({ arm }) => arm.id) },
    { label: right.label, arms: after.map(({ arm }) => arm.id) },
  ];
  return problems.unpairedArms({ suite, sides, commands });
}
