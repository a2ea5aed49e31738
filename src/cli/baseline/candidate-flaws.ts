import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import { count } from '../../text/count.ts';
import { isMap } from '../../text/is-map.ts';
import { percent } from '../../text/percent.ts';
import type { GatheredArm } from './gather-results.ts';

/** Why a run cannot become a baseline, whoever asks: it is a part, it is not whole, or nobody could find its prompt again. */
export function candidateFlaws(run: Run, arms: readonly GatheredArm[]): Problem[] {
  return [...parts(run), ...prompts(run), ...lanes(run), ...holes(run, arms)];
}

function parts(run: Run): Problem[] {
  const flags = Object.keys(run.selection).map(toFlag);
  const isPart = run.suites.some(({ cases, casesInSuite }) => cases < casesInSuite);
  if (flags.length === 0 && !isPart) return [];
  const sizes = run.suites
    .filter(({ cases, casesInSuite }) => cases < casesInSuite)
    .map(({ name, cases, casesInSuite }) => `${cases} of the ${count(casesInSuite, 'case')} of ${name}`);
  return [problems.acceptPart({ id: run.id, sizes, flags })];
}

const toFlag = (name: string) =>
  `--${name === 'earlier' ? 'failed or --errored' : name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}`;

/** A revision of git moves, and what is only in the working tree is gone with the next edit. */
function prompts({ id, suites, chosen }: Run): Problem[] {
  const asked = isMap(chosen) && Array.isArray(chosen.prompts) ? (chosen.prompts as string[]) : [];
  const references = [
    ...suites.flatMap(({ arms }) => arms.map(({ prompt = '' }) => prompt)),
    ...asked.filter((reference) => reference.endsWith('@working')),
  ].filter((reference) => /@(working$|git:)/.test(reference));
  return [...new Set(references)].map((reference) => problems.acceptPrompt({ id, reference }));
}

/** Two versions of a prompt with one model have one lane, and a lane has one baseline. */
function lanes({ id, suites }: Run): Problem[] {
  return suites.flatMap(({ name, arms }) =>
    [...new Set(arms.map(({ lane }) => lane))].flatMap((lane) => {
      const rivals = arms.filter((arm) => arm.lane === lane);
      if (rivals.length < 2) return [];
      const versions = rivals.map(({ prompt, id: arm }) => prompt ?? arm);
      return [problems.acceptRivals({ id, suite: name, lane, versions })];
    }),
  );
}

function holes(run: Run, arms: readonly GatheredArm[]): Problem[] {
  const { id } = run;
  return arms.flatMap(({ suite, arm, planned, missing, unresolved, results }) => {
    const at = { id, arm: arm.id, suite: suite.name, planned };
    if (missing > 0) return [problems.acceptUnfinished({ ...at, missing })];
    const most = `${Number((suite.gate.errors * 100).toFixed(6))} %`;
    if (unresolved / planned > suite.gate.errors)
      return [problems.acceptUnresolved({ ...at, unresolved, share: percent(unresolved / planned), most })];
    return results.cases.some(({ of }) => of > 0) ? [] : [problems.acceptNothing(at)];
  });
}
