import type { Gate } from '../../domain/gate.ts';
import type { ArmSummary } from '../../domain/summary.ts';
import { thousands } from '../../text/thousands.ts';

/** Who answered where the model could not be asked, how often right, and what these trials count as; a line a model. */
export function standIns(
  { fallbacks = [] }: Pick<ArmSummary, 'fallbacks'>,
  gate: Gate,
  toName = (model: string) => model,
): string[] {
  const counted = gate.fallback === 'count' ? 'counted as its own' : 'counted as errored';
  return fallbacks.map(({ model, answered, passed }) => {
    const right = passed === 0 ? 'none' : thousands(passed);
    const one = passed === 1 ? 'which is right' : 'which is not right';
    const share = answered === 1 ? one : `${right} of them right`;
    return `${thousands(answered)} answered by ${toName(model)} in its place, ${share}; ${counted}`;
  });
}
