import type { BaselineSchema } from '../domain/baseline-schema.ts';
import { baselineTotals } from '../domain/baseline-totals.ts';

/** What is wrong with a file, and where in its value. */
export type Flaw = { path: PropertyKey[]; detail: string };

type Lane = BaselineSchema['lanes'][number];
type Case = Lane['cases'][number];

/** What no field tells by itself: counts that cannot be, names that stand twice, totals that are not those of the cases. */
export function baselineFlaws({ lanes }: BaselineSchema): Flaw[] {
  return [
    ...twice(lanes.map((lane) => lane.arm.lane)).map((at) => ({
      path: ['lanes', at],
      detail: `the lane "${lanes[at]!.arm.lane}" stands twice`,
    })),
    ...lanes.flatMap((lane, at) =>
      inLane(lane).map(({ path, detail }) => ({ path: ['lanes', at, ...path], detail })),
    ),
  ];
}

function inLane({ repeat, totals, cases }: Lane): Flaw[] {
  const found: Flaw[] = [
    ...twice(cases.map(({ id }) => id)).map((at) => ({
      path: ['cases', at],
      detail: `the case "${cases[at]!.id}" stands twice`,
    })),
    ...cases.flatMap((one, at) => inCase(one, repeat).map((detail) => ({ path: ['cases', at], detail }))),
  ];
  if (found.length > 0) return found;
  const counted = baselineTotals(cases);
  const wrong = (Object.keys(counted) as (keyof typeof counted)[]).filter(
    (key) => counted[key] !== totals[key],
  );
  return wrong.map((key) => ({
    path: ['totals'],
    detail: `its totals say ${key} ${totals[key]}, and its cases come to ${counted[key]}`,
  }));
}

function inCase({ id, passed, of, open, score }: Case, repeat: number): string[] {
  const start = `case "${id}": `;
  return [
    ...(passed > of ? [`${start}${passed} of ${of} cannot have passed`] : []),
    ...(of + open !== repeat
      ? [`${start}${of} graded and ${open} open answers are not the ${repeat} of the lane`]
      : []),
    ...((score === null) !== (of === 0) ? [`${start}a score belongs to graded answers`] : []),
  ];
}

/** Where a name stands that stood before. */
function twice(names: readonly string[]): number[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew ? [] : [at];
  });
}
