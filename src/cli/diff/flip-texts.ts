import type { CaseText } from '../../analyze/compare/compared-side.ts';
import type { Flip } from '../../domain/comparison.ts';
import { toNotable } from '../../domain/to-notable.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { Refusal } from '../refusal.ts';
import type { SideArm } from './diff-side.ts';

/** A case flips from one outcome to the other: of each side the answer is shown that tells so. */
const telling = {
  baseline: { loss: 'passed', gain: 'failed' },
  candidate: { loss: 'failed', gain: 'passed' },
} as const;

/**
 * What a side said to the cases that flipped: of several repeats the first with the outcome that makes the flip, else
 * the first of all. One pass over its rows; what is kept grows with the flips, not with the run. Undefined when the
 * rows are gone, or cannot be read.
 */
export async function flipTexts(
  { suite, arm, rows }: Pick<SideArm, 'suite' | 'arm' | 'rows'>,
  flips: readonly Pick<Flip, 'case' | 'direction'>[],
  side: 'baseline' | 'candidate',
): Promise<ReadonlyMap<string, CaseText> | undefined> {
  if (!rows || flips.length === 0) return undefined;
  const wanted = new Map(flips.map((flip) => [flip.case, telling[side][flip.direction]]));
  const best = new Map<string, Shown>();
  try {
    for await (const row of rows()) {
      const status = wanted.get(row.case);
      if (status === undefined || row.suite !== suite || row.arm !== arm.id) continue;
      const rank = (row.status === status ? 0 : 1e6) + row.repeat;
      if (rank < (best.get(row.case)?.rank ?? Number.POSITIVE_INFINITY)) best.set(row.case, shown(row, rank));
    }
  } catch (error) {
    // The numbers do not rest on these rows: a comparison without the old outputs is better than none.
    if (error instanceof Refusal) return undefined;
    throw error;
  }
  return new Map([...best].map(([id, { text }]) => [id, text]));
}

type Shown = { rank: number; text: CaseText };

function shown(row: TrialRow, rank: number): Shown {
  const { expected, got, reasons } = toNotable(row);
  return {
    rank,
    text: {
      ...(expected === undefined ? {} : { expected }),
      ...(got === undefined ? {} : { got }),
      reasons,
    },
  };
}
