import type { Comparison, Tested } from '../../domain/comparison.ts';
import { thousands } from '../../text/thousands.ts';

/** `4 newly failing, 1 newly passing`; where cases are repeated `4 pass less often, 1 more often`; empty when nothing moved. */
export function moved(
  { losses, gains }: Pick<Tested, 'losses' | 'gains'>,
  { baseline, candidate }: Pick<Comparison, 'baseline' | 'candidate'>,
): string {
  const isRepeated = Math.max(baseline.repeat, candidate.repeat) > 1;
  const [lost, won] = isRepeated ? ['pass less often', 'more often'] : ['newly failing', 'newly passing'];
  const verb = isRepeated && losses === 0 ? 'pass ' : '';
  return [
    ...(losses > 0 ? [`${thousands(losses)} ${lost}`] : []),
    ...(gains > 0 ? [`${thousands(gains)} ${verb}${won}`] : []),
  ].join(', ');
}
