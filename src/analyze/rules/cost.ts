import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { money } from '../../text/money.ts';
import { apart } from './apart.ts';

const words = (usd: number, digits: number) => (digits === 1 ? money(usd) : `$${usd.toFixed(digits + 2)}`);

/** Below this share over the limit is the rounding of a sum. */
const rounding = 1e-9;

function ruling(x: {
  name: string;
  usd: number | null;
  most: number;
  unknown: number;
  isLeast: boolean;
}): Ruling {
  const isOver = x.usd !== null && x.usd > x.most * (1 + rounding);
  if (x.unknown > 0 && !(isOver && x.isLeast)) {
    const sentence = `The ${x.name} cannot be told: the price of ${count(x.unknown, 'answer')} is unknown. State it as \`price\` of the model in the config.`;
    return { rule: 'cost', verdict: 'incomplete', sentence };
  }
  if (x.usd === null) {
    return {
      rule: 'cost',
      verdict: 'incomplete',
      sentence: `The ${x.name} cannot be told: nothing was answered.`,
    };
  }
  const [shown, limit] = apart(words, x.usd, x.most);
  const least = x.unknown > 0 ? 'at least ' : '';
  const sentence = `The ${x.name} is ${least}${shown}, ${isOver ? 'above' : 'within'} the limit of ${limit}.`;
  return { rule: 'cost', verdict: isOver ? 'fail' : 'pass', sentence };
}

/**
 * US dollars may not be above the limits: `perCase` is the mean of one answer, `total` the whole arm.
 * An unknown price is never 0: the ruling is incomplete, unless the known part alone is above the total.
 */
export function cost(arm: ArmSummary, gate: Gate): Ruling[] {
  const { perCase, total } = gate.cost ?? {};
  const { usd, unknown } = arm.cost;
  const priced = (arm.latency?.count ?? 0) - unknown;
  const mean = priced > 0 ? usd / priced : null;
  return [
    ...(perCase === undefined
      ? []
      : [ruling({ name: 'cost per case', usd: mean, most: perCase, unknown, isLeast: false })]),
    ...(total === undefined
      ? []
      : [ruling({ name: 'total cost', usd, most: total, unknown, isLeast: true })]),
  ];
}
