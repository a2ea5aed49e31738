import { calibrationFigures } from '../analyze/calibration/calibration-figures.ts';
import { labelScale } from '../analyze/calibration/label-scale.ts';
import type { CalibratedItem, Calibration } from '../domain/calibration.ts';

/** What is wrong with a file, and where in its value. */
export type CalibrationFlaw = { path: PropertyKey[]; detail: string };

/** As a file has its numbers. */
const dust = 1.5e-6;

/** What no field tells by itself: names that stand twice, and numbers that do not follow from the items and counts. */
export function calibrationFlaws(calibrations: readonly Calibration[]): CalibrationFlaw[] {
  const names = calibrations.map(({ suite, check, digest }) => JSON.stringify([suite, check, digest]));
  return [
    ...twice(names).map((at) => ({
      path: ['calibrations', at],
      detail: `the digest ${calibrations[at]!.digest} stands twice for "${calibrations[at]!.check}" of suite "${calibrations[at]!.suite}"`,
    })),
    ...calibrations.flatMap((one, at) =>
      inOne(one).map(({ path, detail }) => ({ path: ['calibrations', at, ...path], detail })),
    ),
  ];
}

function inOne(calibration: Calibration): CalibrationFlaw[] {
  const { items } = calibration;
  const scale = labelScale(calibration);
  const found = [
    ...twice(items.map(({ id }) => id)).map((at) => ({
      at,
      detail: `the item "${items[at]!.id}" stands twice`,
    })),
    ...items.flatMap((item, at) => {
      const why = inItem(item, scale);
      return why === undefined ? [] : [{ at, detail: `item "${item.id}": ${why}` }];
    }),
  ].map(({ at, detail }) => ({ path: ['items', at], detail }));
  return found.length > 0 ? found : figures(calibration);
}

function inItem(item: CalibratedItem, scale: ReturnType<typeof labelScale>): string | undefined {
  const { truth, label, truthScore, judged, verdict, score, errored } = item;
  const silent = [judged, verdict, score].filter((one) => one === null).length;
  if (silent !== 0 && silent !== 3) return 'a verdict has a name and a score';
  if (errored && silent === 0) return 'a judge that could not be asked gave no verdict';
  if (label === null) return truthScore === null ? undefined : 'a score belongs to a label';
  if (!scale.has(label)) return `"${label}" is not on the menu`;
  if (truthScore === null || Math.abs(truthScore - scale.score(label)) > dust)
    return `"${label}" has the score ${scale.score(label)}`;
  return truth === scale.passes(label) ? undefined : `"${label}" ${scale.passes(label) ? 'passes' : 'fails'}`;
}

function figures(calibration: Calibration): CalibrationFlaw[] {
  const counted = impossible(calibration);
  if (counted !== undefined) return [counted];
  const follows = calibrationFigures(calibration);
  return (Object.keys(follows) as (keyof typeof follows)[])
    .filter((name) => !alike(follows[name], calibration[name]))
    .map((name) => ({ path: [name], detail: `"${name}" does not follow from its items and counts` }));
}

/** Counts of which one is a part of the other. */
function impossible({ repeats, order, padding, replies }: Calibration): CalibrationFlaw | undefined {
  const parts: [name: string, isPart: boolean][] = [
    ['repeats', repeats.flips <= repeats.items],
    ['order', !order || (order.consistent <= order.pairs && order.first <= order.decided)],
    ['padding', !padding || padding.helped + padding.harmed <= padding.items],
    ['replies', replies.unread <= replies.calls],
  ];
  const wrong = parts.find(([, isPart]) => !isPart);
  return wrong && { path: [wrong[0]], detail: `"${wrong[0]}" cannot be counted like that` };
}

function alike(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= dust;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => alike(Reflect.get(one, key), Reflect.get(other, key)));
}

/** Where a name stands that stood before. */
function twice(names: readonly string[]): number[] {
  return names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));
}
