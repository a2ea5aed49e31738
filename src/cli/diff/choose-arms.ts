import type { Checked } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { closest } from '../../text/closest.ts';
import type { NamedArm } from './diff-side.ts';

/** What a part may mean in one suite: one name with its arms, several, or nothing. */
type Meant<T> = { name: string; arms: T[] }[];

const byName = <T extends NamedArm>(arms: readonly T[], toNames: (one: T) => (string | undefined)[]) => {
  const named = new Map<string, T[]>();
  for (const one of arms)
    for (const name of new Set(toNames(one)))
      if (name !== undefined) named.set(name, [...(named.get(name) ?? []), one]);
  return [...named].map(([name, its]) => ({ name, arms: its }));
};
const namesOf = ({ arm }: NamedArm) => [arm.prompt, arm.model];
const allNamesOf = (one: NamedArm) => [
  ...namesOf(one),
  one.arm.prompt?.replace(/@[^@]*$/, ''),
  one.arm.id,
  one.arm.lane,
];

/** A whole name before a part of one; a prompt or a model before both together. */
function meant<T extends NamedArm>(arms: readonly T[], part: string): Meant<T> {
  const exact = byName(arms, allNamesOf).filter(({ name }) => name === part);
  if (exact.length > 0) return exact;
  const within = (toNames: (one: T) => (string | undefined)[]) =>
    byName(arms, toNames).filter(({ name }) => name.includes(part));
  const partly = within(namesOf);
  return partly.length > 0 ? partly : within(({ arm }) => [arm.id]);
}

/**
 * The arms that all parts fit, suite by suite; a suite in which a part fits nothing is left out. Without parts, all.
 * A part is a prompt (with or without its version), a model, an arm, a lane, or a part that only one of them has.
 */
export function chooseArms<T extends NamedArm>(
  all: readonly T[],
  parts: readonly string[],
  side: string,
): Checked<T[]> {
  let left = [...all];
  if (left.length === 0) return { value: left, problems: [] };
  for (const part of parts) {
    const suites = [...new Set(left.map(({ suite }) => suite))];
    const found = suites.map((suite) => ({
      suite,
      meant: meant(
        left.filter((one) => one.suite === suite),
        part,
      ),
    }));
    const unclear = found.find((one) => one.meant.length > 1);
    if (unclear) return refused(ambiguous(side, part, unclear));
    const fitting = found.flatMap((one) => one.meant.flatMap(({ arms }) => arms));
    if (fitting.length === 0) return refused(unknown(side, part, left));
    left = fitting;
  }
  return { value: left, problems: [] };
}

const refused = (problem: ReturnType<typeof problems.unknownArm>): Checked<never> => ({
  value: undefined,
  problems: [problem],
});

const ambiguous = (side: string, part: string, found: { suite: string; meant: Meant<unknown> }) =>
  problems.ambiguousArm({ side, part, suite: found.suite, matches: found.meant.map(({ name }) => name) });

function unknown(side: string, part: string, arms: readonly NamedArm[]) {
  const names = byName(arms, namesOf).map(({ name }) => name);
  return problems.unknownArm({ side, part, names, suggestion: closest(part, names) });
}
