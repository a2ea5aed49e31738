import type { Comparison } from '../../domain/comparison.ts';
import type { EarlyStop } from '../../domain/early-stop.ts';
import { alphaSplit } from '../early/alpha-split.ts';

/** What looking after every case leaves for the gate. */
export type EarlyLooks = {
  /** One-sided error rate of the gate at the end. */
  alpha: number;
  /** Sets that are proven not worse already; undefined stands for all pairs. */
  proven?: ReadonlySet<string | undefined>;
  /** The verdict that ended the run; undefined where it went to its end. */
  end?: EarlyStop;
  /** An interval at the end has the confidence that the looks left. */
  told: Pick<Comparison, 'confidence' | 'split' | 'stopped'>;
};

type Looked = { early?: { stop?: EarlyStop | undefined } };

function toldOf(end: EarlyStop): Comparison['stopped'] {
  const { after, of, by = 'e-process', skipped: saved } = end;
  const { low = -1, high = 1 } = end.sets[0] ?? {};
  return { after, of, by, low, high, saved };
}

/** What is left where a run was looked at after every case; all of `alpha` (1 - `confidence`) where it was not. */
export function earlyLooks(
  { early }: Looked,
  { alpha, confidence }: { alpha: number; confidence: number },
): EarlyLooks {
  if (!early) return { alpha, told: { confidence } };
  const [split, { stop }] = [alphaSplit(alpha), early];
  const passed = stop?.sets.filter(({ verdict }) => verdict === 'PASS').map(({ slice }) => slice);
  const left = { alpha: split.end, proven: new Set(passed) };
  if (stop?.by !== undefined)
    return { ...left, end: stop, told: { confidence, split, stopped: toldOf(stop) } };
  return { ...left, told: { confidence: Number((1 - split.end).toFixed(12)), split } };
}
