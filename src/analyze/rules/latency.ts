import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { duration } from '../../text/duration.ts';
import { apart } from './apart.ts';

/** At one digit the humane words; from there on whole milliseconds and their fractions. */
const words = (ms: number, digits: number) => (digits === 1 ? duration(ms) : `${ms.toFixed(digits - 2)} ms`);

function ruling(name: string, value: number | undefined, most: number, of: number, why: string): Ruling {
  if (value === undefined) {
    return { rule: 'latency', verdict: 'incomplete', sentence: `The ${name} cannot be told: ${why}.` };
  }
  const [shown, limit] = apart(words, value, most);
  const isOver = value > most;
  const sentence = `The ${name} is ${shown} over ${count(of, 'answer')}, ${isOver ? 'above' : 'within'} the limit of ${limit.replace('.0 s', ' s')}.`;
  return { rule: 'latency', verdict: isOver ? 'fail' : 'pass', sentence };
}

/** Times of answered trials may not be above the limits, milliseconds; `firstToken` is held against its 95th percentile. */
export function latency(arm: ArmSummary, gate: Gate): Ruling[] {
  const { firstToken, ...percentiles } = gate.latency ?? {};
  const { passed, failed, ungraded } = arm.counts;
  const isAnswered = passed + failed + ungraded + arm.observed > 0;
  const why = isAnswered ? 'no answer tells how long it took' : 'nothing was answered';
  const rulings = (['p50', 'p95', 'p99'] as const).flatMap((name) => {
    const most = percentiles[name];
    if (most === undefined) return [];
    return [ruling(`${name} latency`, arm.latency?.[name], most, arm.latency?.count ?? 0, why)];
  });
  if (firstToken === undefined) return rulings;
  const streamed = arm.firstToken;
  const first = ruling(
    'first token (p95)',
    streamed?.p95,
    firstToken,
    streamed?.count ?? 0,
    'no answer was streamed',
  );
  return [...rulings, first];
}
