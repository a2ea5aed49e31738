import type { ArmSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { thousands } from '../../text/thousands.ts';

/**
 * Where answers come from for which nobody was asked: `35 of 40 answers from the cache, the oldest of 2026-01-31`;
 * nothing when all were asked for. What a provider has changed since that day is not seen in them.
 */
export function sources(arms: readonly Pick<ArmSummary, 'answers'>[]): string[] {
  const sum = (of: 'asked' | 'cache' | 'cassette') =>
    arms.reduce((total, { answers }) => total + answers[of], 0);
  const [asked, cache, cassette] = [sum('asked'), sum('cache'), sum('cassette')];
  if (cache + cassette === 0) return [];
  const of = count(asked + cache + cassette, 'answer');
  const [oldest] = arms.flatMap(({ answers }) => answers.oldest ?? []).sort();
  const since = oldest ? `, the oldest of ${oldest.slice(0, 10)}` : '';
  const second = cache > 0 && cassette > 0 ? ` and ${thousands(cassette)} from a cassette` : '';
  return [
    `${thousands(cache || cassette)} of ${of} from ${cache > 0 ? 'the cache' : 'a cassette'}${second}${since}`,
  ];
}
