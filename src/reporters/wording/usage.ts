import type { ArmSummary, Spread } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { duration } from '../../text/duration.ts';
import { price } from './price.ts';
import { sources } from './sources.ts';

const times = ({ p50, p95 }: Spread) => `p50 ${duration(p50)}, p95 ${duration(p95)}`;

function tokens({ input, output, cached, reasoning }: ArmSummary['tokens']): string[] {
  if (input + output === 0) return [];
  const part = (n: number, name: string) => (n > 0 ? ` (${count(n, name, name)})` : '');
  const read = `${count(input, 'token')} in${part(cached, 'cached')}`;
  return [`${read}, ${count(output, '', '').trim()} out${part(reasoning, 'reasoning')}`];
}

/** What an arm took, in the order in which people ask: money, time, tokens, retries, and for what nothing was asked. */
export function usage(arm: ArmSummary): string[] {
  const [kept, cost] = [sources([arm]), price(arm)];
  return [
    ...(cost === '–' ? [] : [cost]),
    ...(arm.latency ? [times(arm.latency)] : []),
    ...(arm.firstToken ? [`first token ${times(arm.firstToken)}`] : []),
    ...tokens(arm.tokens),
    ...(arm.retries > 0 ? [count(arm.retries, 'retry', 'retries')] : []),
    ...kept,
  ];
}
