import type { Place, Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { PlacedCase } from './placed-case.ts';

/** A suite as far as its graders go; `graders` are its own, as they are written. */
export type GradedSuite = { suite: string; place: Place; graders: readonly unknown[] };

/** Graders that grade nothing: of the suite, where no case has them; hidden by a case of its own; of weight 0 wherever they stand. */
export function idleGraders(cases: readonly PlacedCase[], graded: GradedSuite): Problem[] {
  return [...hidden(cases, graded), ...weightless(cases, graded)];
}

function hidden(cases: readonly PlacedCase[], { suite, place, graders }: GradedSuite): Problem[] {
  if (graders.length === 0 || cases.length === 0) return [];
  const replacing = cases.filter(({ one }) => !one.observe && isReplacing(one.written?.graders));
  const observed = cases.filter(({ one }) => one.observe).length;
  if (replacing.length + observed === cases.length)
    return [problems.gradersUnreached({ suite, graders: graders.length, place })];
  if (replacing.length === 0) return [];
  const ids = replacing.map(({ one }) => one.id);
  return [problems.gradersReplaced({ suite, ids, all: cases.length, place: replacing[0]!.place })];
}

const isReplacing = (graders: unknown) =>
  typeof graders === 'object' && graders !== null && 'replace' in graders;

/** By name: the same name is one column in the reports. */
function weightless(cases: readonly PlacedCase[], { suite, place }: GradedSuite): Problem[] {
  const weights = new Map<string, number>();
  for (const { one } of cases)
    for (const { name, weight } of one.checks) weights.set(name, Math.max(weight, weights.get(name) ?? 0));
  const names = [...weights].filter(([, weight]) => weight === 0).map(([name]) => name);
  return names.length > 0 ? [problems.gradersWeightless({ suite, names: names.sort(), place })] : [];
}
