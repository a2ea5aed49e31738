import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { duration } from '../../text/duration.ts';
import { thousands } from '../../text/thousands.ts';
import { unasked } from '../unasked.ts';
import { untold } from '../untold.ts';
import { apart } from './apart.ts';

/** At one digit the humane words; from there on whole milliseconds and their fractions. */
const words = (ms: number, digits: number) => (digits === 1 ? duration(ms) : `${ms.toFixed(digits - 2)} ms`);

type Measured = { name: string; value: number | undefined; of: number; most: number };

function ruling({ name, value, of, most }: Measured, why: string, arm: ArmSummary): Ruling {
  if (value === undefined)
    return { rule: 'latency', verdict: untold(arm), sentence: `The ${name} cannot be told: ${why}` };
  const { total, where } = unasked(arm);
  const besides = total > 0 ? ` (${thousands(total)} more came from ${where})` : '';
  const [shown, limit] = apart(words, value, most);
  const isOver = value > most;
  const sentence = `The ${name} is ${shown} over ${count(of, 'answer')}${besides}, ${isOver ? 'above' : 'within'} the limit of ${limit.replace('.0 s', ' s')}.`;
  return { rule: 'latency', verdict: isOver ? 'fail' : 'pass', sentence };
}

/** Why no answer has a time; `missing` says what there is not where answers were asked for. */
function whyNot(arm: ArmSummary, missing: string): string {
  const { total, where, advice } = unasked(arm);
  const foreign = (arm.fallbacks ?? []).reduce((sum, { answered }) => sum + answered, 0);
  if (arm.answers.asked + total === 0) return 'nothing was answered.';
  if (arm.answers.asked === 0)
    return `${total === 1 ? 'the only answer comes' : `all ${count(total, 'answer')} come`} from ${where}, where they have no time. ${advice}`;
  if (foreign < arm.answers.asked) return `${missing}.`;
  return `only fallbacks answered${total > 0 ? `, and the rest came from ${where}` : ''}.`;
}

/**
 * Times of answers that were asked for may not be above the limits, milliseconds; `firstToken` is held against its 95th
 * percentile. What came from the cache has no time: the rule holds for the others, and says over how many.
 */
export function latency(arm: ArmSummary, gate: Gate): Ruling[] {
  const { firstToken, ...percentiles } = gate.latency ?? {};
  const rulings = (['p50', 'p95', 'p99'] as const).flatMap((name) => {
    const most = percentiles[name];
    if (most === undefined) return [];
    const measured = {
      name: `${name} latency`,
      value: arm.latency?.[name],
      of: arm.latency?.count ?? 0,
      most,
    };
    return [ruling(measured, whyNot(arm, 'no answer tells how long it took'), arm)];
  });
  if (firstToken === undefined) return rulings;
  const { p95: value, count: of = 0 } = arm.firstToken ?? {};
  const first = { name: 'first token (p95)', value, of, most: firstToken };
  return [...rulings, ruling(first, whyNot(arm, 'no answer was streamed'), arm)];
}
