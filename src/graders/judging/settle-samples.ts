import type { JudgeSample } from '../../domain/judgement.ts';
import type { VerdictForm } from './verdict-form.ts';

/** What several samples come to; `undefined` where they come to nothing. The score is 0..1. */
export type Settled = { verdict: string; score: number; reason: string };

const mean = (samples: readonly JudgeSample[]) =>
  samples.reduce((sum, { score }) => sum + score, 0) / samples.length;

function countsOf(samples: readonly JudgeSample[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { verdict } of samples) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

function ofMean(samples: readonly JudgeSample[]): Settled {
  const score = mean(samples);
  const nearest = samples.reduce((a, b) => (Math.abs(b.score - score) < Math.abs(a.score - score) ? b : a));
  return { verdict: nearest.verdict, score, reason: nearest.reason };
}

/** The lower one of two in the middle: it reaches a threshold just when more than half of all do. */
function ofMedian(samples: readonly JudgeSample[]): Settled {
  const ordered = [...samples].sort((a, b) => a.score - b.score);
  const { verdict, score, reason } = ordered[Math.floor((ordered.length - 1) / 2)]!;
  return { verdict, score, reason };
}

/** What more than half of the `planned` samples come to: none of them is decided by fewer. Undefined as long as they come to nothing. */
export function settleSamples(
  samples: readonly JudgeSample[],
  planned: number,
  settle: VerdictForm['settle'],
): Settled | undefined {
  if (samples.length * 2 <= planned) return undefined;
  if (settle === 'mean') return ofMean(samples);
  if (settle === 'median') return ofMedian(samples);
  const [verdict, votes] = countsOf(samples)[0]!;
  if (votes * 2 <= planned) return undefined;
  const own = samples.filter((one) => one.verdict === verdict);
  const reason = samples.length > 1 ? `${votes} of ${samples.length}: ${own[0]!.reason}` : own[0]!.reason;
  return { verdict, score: mean(own), reason };
}
