import type { Comparison } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';

const unsigned = (share: number) => `${(share * 100).toFixed(1)} points`;

/** What these cases could have shown, and when they could not, how many would; nothing beside a FAIL, or where these cases are all that matters, or the answers chose how many were asked. */
export function sensitivity({ all, target, margin, verdict, stale, stopped }: Comparison): string[] {
  if (verdict === 'FAIL') return [];
  if (target === 'suite' || all.pairs === 0 || stale !== undefined || stopped !== undefined) return [];
  const seen = all.detectable === null ? 'no drop' : `drops of ${unsigned(all.detectable)} or more`;
  const cases = count(all.casesToPass, 'case');
  const size = all.path === 'exact' ? all.pairs : all.clusters;
  const least = `fewer than ${all.leastCases} cases can never pass at a margin of ${unsigned(margin)}`;
  return [
    `${seen} would have been seen 4 times in 5`,
    ...(size < all.leastCases ? [least] : []),
    ...(verdict === 'INCONCLUSIVE' && all.casesToPass > size
      ? [`an unchanged candidate passes here with about ${cases}`]
      : []),
  ];
}
