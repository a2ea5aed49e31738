import type { Comparison, Flip } from '../../domain/comparison.ts';
import type { RunSuite } from '../../domain/run.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { failureKind } from '../comparison/failure-kind.ts';
import { oldFailure } from '../wording/old-failure.ts';
import { redrawnWords } from '../wording/redrawn-words.ts';
import type { Known } from './test-case.ts';

/** What a case that passed before says first, and what fresh answers said of it. */
function passedBefore(flip: Flip): string {
  const { passed, of } = flip.baseline;
  const fresh = redrawnWords(flip);
  const times = of > 1 ? ` (${passed} of ${of})` : '';
  return `passed in the baseline${times} · ${fresh === undefined ? '' : `${fresh} · `}`;
}

type Told = Pick<Known, 'before' | 'isCalm'>;

/**
 * Beside a comparison no case is red where the gate does not fail, and where it does none that failed before or that
 * fresh answers have cleared; a case that may have had no verdict before is not said to have failed.
 */
function compared(comparison: Comparison, isFailed: boolean): (id: string) => Told {
  const losses = comparison.flips.filter((flip) => flip.direction === 'loss');
  const lost = new Map(losses.map((flip) => [flip.case, flip]));
  const toKind = failureKind(comparison);
  const old = `${oldFailure(comparison)}: `;
  return (id) => {
    const flip = lost.get(id);
    if (flip) return { before: passedBefore(flip), isCalm: !isFailed || flip.redrawn?.verdict === 'cleared' };
    if (toKind(id) !== 'old') return { isCalm: !isFailed };
    return { before: old, isCalm: !isFailed || !comparison.missing };
  };
}

/** What is known of each case of an arm beside its answers. */
export function knowing(
  { quarantine = [] }: Pick<RunSuite, 'quarantine'>,
  { comparison, rulings }: ArmSummary & { rulings: readonly Ruling[] },
): (id: string) => Known {
  const isFailed = rulings.some(({ verdict }) => verdict === 'fail');
  const toTold = comparison ? compared(comparison, isFailed) : () => ({});
  const quarantined = new Map(quarantine.map((one) => [one.case, one]));
  return (id) => ({ ...toTold(id), quarantined: quarantined.get(id) });
}
