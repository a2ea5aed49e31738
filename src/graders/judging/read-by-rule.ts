import type { JudgeSample } from '../../domain/judgement.ts';
import type { VerdictRule } from '../../domain/verdict-rule.ts';
import { linearRegex } from '../linear-regex.ts';
import type { Reading } from './reading.ts';
import type { Unread } from './verdict-form.ts';

/**
 * A verdict in plain words: the last place that fits counts. Words that stand in the texts that the judge was shown may
 * be a quotation, so they count as none.
 */
export async function readByRule(
  text: string,
  { match, means }: VerdictRule,
  { form, foreign }: Pick<Reading, 'form' | 'foreign'>,
): Promise<JudgeSample | Unread> {
  const compile = await linearRegex();
  const found = compile(match).last(text);
  if (!found) return { why: 'it holds no verdict' };
  if (foreign.some((shown) => shown.includes(found.whole)))
    return { why: 'its verdict stands in what it was shown, and may be a quotation' };
  const name = Object.hasOwn(means, found.group) ? means[found.group]! : found.group;
  return form.named?.(name, text.trim()) ?? { why: 'its verdict is not on the menu' };
}
