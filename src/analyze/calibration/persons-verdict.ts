import type { CalibratedItem } from '../../domain/calibration.ts';
import type { Vote } from './judged-output.ts';
import type { LabelScale } from './label-scale.ts';

/** More than half of the votes, else undefined. */
function majority<T>(votes: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const vote of votes) counts.set(vote, (counts.get(vote) ?? 0) + 1);
  return [...counts].find(([, count]) => count * 2 > votes.length)?.[0];
}

/**
 * What persons say together: more than half of those who can tell. They may agree that it passes without saying the same
 * name. Null where they are split, and where nobody can tell.
 */
export function personsVerdict(
  votes: readonly Vote[],
  scale: LabelScale,
): Pick<CalibratedItem, 'truth' | 'label' | 'truthScore'> {
  const said = votes.flatMap(({ label }) => label ?? []);
  const label = majority(said) ?? null;
  const truth = majority(said.map(scale.passes)) ?? null;
  return { truth, label, truthScore: label === null ? null : scale.score(label) };
}
