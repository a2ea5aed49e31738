import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { money } from '../../text/money.ts';
import { thousands } from '../../text/thousands.ts';
import { unasked } from '../unasked.ts';
import { untold } from '../untold.ts';
import { apart } from './apart.ts';

const words = (usd: number, digits: number) => (digits === 1 ? money(usd) : `$${usd.toFixed(digits + 2)}`);

/** Below this share over the limit is the rounding of a sum. */
const rounding = 1e-9;

type Spent = { name: string; usd: number | null; most: number; isLeast: boolean };

/** Why there is no cost to speak of; undefined where there is one. */
function whyNot({ usd, most, isLeast }: Spent, arm: ArmSummary): string | undefined {
  const { answers, cost } = arm;
  const { total, where, advice } = unasked(arm);
  const isProven = isLeast && isOver(usd, most);
  if (cost.unknown > 0 && !isProven)
    return `the price of ${count(cost.unknown, 'answer')} is unknown. State it as \`price\` of the model in the config.`;
  if (answers.asked === 0 && total > 0)
    return `${total === 1 ? 'the only answer comes' : `all ${count(total, 'answer')} come`} from ${where}, where they cost nothing. ${advice}`;
  return usd === null ? 'nothing was answered.' : undefined;
}

const isOver = (usd: number | null, most: number) => usd !== null && usd > most * (1 + rounding);

function ruling(spent: Spent, arm: ArmSummary): Ruling {
  const { name, usd, most } = spent;
  const why = whyNot(spent, arm);
  if (why !== undefined || usd === null)
    return { rule: 'cost', verdict: untold(arm), sentence: `The ${name} cannot be told: ${why}` };
  const { total, where } = unasked(arm);
  const [shown, limit] = apart(words, usd, most);
  const least = arm.cost.unknown > 0 ? 'at least ' : '';
  const over =
    total > 0
      ? ` over ${count(arm.answers.asked, 'answer')} (${thousands(total)} more came from ${where})`
      : '';
  const sentence = `The ${name} is ${least}${shown}${over}, ${isOver(usd, most) ? 'above' : 'within'} the limit of ${limit}.`;
  return { rule: 'cost', verdict: isOver(usd, most) ? 'fail' : 'pass', sentence };
}

/**
 * US dollars may not be above the limits: `perCase` is the mean of one answer that was asked for, `total` the whole arm.
 * An unknown price is never 0: the ruling is incomplete, unless the known part alone is above the total.
 */
export function cost(arm: ArmSummary, gate: Gate): Ruling[] {
  const { perCase, total } = gate.cost ?? {};
  const { usd, unknown } = arm.cost;
  const priced = arm.answers.asked - unknown;
  const mean = priced > 0 ? usd / priced : null;
  return [
    ...(perCase === undefined
      ? []
      : [ruling({ name: 'cost per case', usd: mean, most: perCase, isLeast: false }, arm)]),
    ...(total === undefined ? [] : [ruling({ name: 'total cost', usd, most: total, isLeast: true }, arm)]),
  ];
}
