import type { Comparison, Flip, GateVerdict } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { toPairValue, type World } from '../gate/to-pair-value.ts';
import type { CasePair } from './pair-cases.ts';
import { toGatePair } from './to-gate-pair.ts';

/** The verdict where exactly these cases matter. */
export type CaseVerdict = { verdict: GateVerdict; because: string } & Pick<Comparison, 'missing'>;

type Rule = { allowed: number; isDeterministic: boolean };
type Numbers = { confirmed: number; doubtful: number; open: number };

const isOpen = ({ baseline, candidate }: CasePair) => baseline.open + candidate.open > 0;

/** Passed in more than half before and not now, whatever counts as such. */
function isLoss(pair: CasePair, world: World): boolean {
  const value = toPairValue(toGatePair(pair), world);
  return value !== undefined && value.baseline > 0.5 && value.candidate <= 0.5;
}

/** What one case says: a loss for certain, one that may be noise, or one only if what has no verdict failed. */
function kindOf(pair: CasePair, flip: Flip | undefined, { isDeterministic }: Rule): keyof Numbers | 'none' {
  const told = flip?.redrawn?.verdict;
  if (flip && told === 'cleared') return 'none';
  if (flip && told === 'regressed') return 'confirmed';
  if (!flip) return isLoss(pair, 'worst') ? 'open' : 'none';
  return told === undefined && isDeterministic && isLoss(pair, 'best') ? 'confirmed' : 'doubtful';
}

function toVerdict({ confirmed, doubtful, open }: Numbers, { allowed }: Rule): GateVerdict {
  if (confirmed > allowed) return 'FAIL';
  return confirmed + doubtful + open > allowed ? 'INCONCLUSIVE' : 'PASS';
}

function words({ confirmed, doubtful, open }: Numbers, { allowed }: Rule): string {
  const fails = confirmed > 1 ? `${confirmed} cases newly fail` : `${confirmed || 'no'} case newly fails`;
  return [
    `${fails} for certain (${allowed} allowed)`,
    ...(doubtful > 0 ? [`${doubtful} that newly ${doubtful === 1 ? 'fails' : 'fail'} could be noise`] : []),
    ...(open > 0 ? [`${count(open, 'case')} without a verdict could be lost`] : []),
  ].join(', ');
}

/**
 * Where the suite is all that matters: so many cases that passed may fail now, and no more. A loss is certain when fresh
 * answers say so, or when the model always says the same; one that they cleared is none; the others leave it open.
 */
export function judgeCases(pairs: readonly CasePair[], flips: readonly Flip[], rule: Rule): CaseVerdict {
  const losses = new Map(flips.flatMap((flip) => (flip.direction === 'loss' ? [[flip.case, flip]] : [])));
  const numbers: Numbers = { confirmed: 0, doubtful: 0, open: 0 };
  for (const pair of pairs) {
    const kind = kindOf(pair, losses.get(pair.id), rule);
    if (kind !== 'none') numbers[kind] += 1;
  }
  const [verdict, because] = [toVerdict(numbers, rule), words(numbers, rule)];
  const cases = pairs.filter(isOpen).length;
  if (cases === 0) return { verdict, because };
  const { confirmed, doubtful, open } = numbers;
  const worst = toVerdict({ confirmed: confirmed + open, doubtful, open: 0 }, rule);
  const best = toVerdict({ confirmed, doubtful, open: 0 }, rule);
  return { verdict, because, missing: { cases, worst, best } };
}
