import type { Baseline, BaselineLane } from '../../domain/baseline.ts';

/** A suite's baseline with these lanes in the place of those of the same name; other lanes stay. */
export function withLanes(before: Baseline | undefined, suite: string, lanes: BaselineLane[]): Baseline {
  const names = new Set(lanes.map(({ arm }) => arm.lane));
  const others = (before?.lanes ?? []).filter(({ arm }) => !names.has(arm.lane));
  const all = [...others, ...lanes].sort((a, b) => (a.arm.lane < b.arm.lane ? -1 : 1));
  return { schemaVersion: 1, suite, lanes: all };
}
