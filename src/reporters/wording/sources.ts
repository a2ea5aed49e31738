import type { ArmSummary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { thousands } from '../../text/thousands.ts';

/** Where answers come from for which nobody was asked: `35 of 40 answers from the cache`; nothing when all were asked for. */
export function sources(arms: readonly Pick<ArmSummary, 'answers'>[]): string[] {
  const sum = (of: keyof ArmSummary['answers']) =>
    arms.reduce((total, { answers }) => total + answers[of], 0);
  const [asked, cache, cassette] = [sum('asked'), sum('cache'), sum('cassette')];
  if (cache + cassette === 0) return [];
  const of = count(asked + cache + cassette, 'answer');
  const second = cache > 0 && cassette > 0 ? ` and ${thousands(cassette)} from a cassette` : '';
  return [`${thousands(cache || cassette)} of ${of} from ${cache > 0 ? 'the cache' : 'a cassette'}${second}`];
}
