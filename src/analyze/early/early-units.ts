import type { EarlyCase } from './early-case.ts';

/** The cases in their order, those of a group that stand together as one: what is counted at once. */
export function earlyUnits(cases: readonly EarlyCase[]): EarlyCase[][] {
  const units: EarlyCase[][] = [];
  let group: string | undefined;
  for (const one of cases) {
    if (one.group !== undefined && one.group === group) units.at(-1)!.push(one);
    else units.push([one]);
    group = one.group;
  }
  return units;
}
