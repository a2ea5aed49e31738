import type { Answer } from '../../domain/answer.ts';
import type { JudgeSample } from '../../domain/judgement.ts';
import { jsonKeys } from '../../text/json-keys.ts';
import { type FoundObject, jsonObjects } from '../../text/json-objects.ts';
import { isQuotation } from './is-quotation.ts';
import { readByRule } from './read-by-rule.ts';
import type { Reading } from './reading.ts';
import type { Unread } from './verdict-form.ts';

/** What may stand behind the verdict: the end of a fence, of a sentence, of emphasis. */
const nothing = /^[\s`~.*_)\]]*$/;

const isVerdictLast = (keys: readonly string[]) => !keys.includes('verdict') || keys.at(-1) === 'verdict';

function verdictIn({ value, source }: FoundObject, { form }: Reading): JudgeSample | Unread {
  const [own, ...within] = jsonKeys(source);
  if ([own!, ...within].some((keys) => new Set(keys).size < keys.length))
    return { why: 'it says the same key twice' };
  if (form.key === 'verdict' && within.some((keys) => keys.includes('verdict')))
    return { why: 'it holds more than one verdict' };
  // Of a list each verdict has to follow upon its own reason.
  if (own!.at(-1) !== form.key || !within.every(isVerdictLast))
    return { why: 'the verdict does not come last' };
  return form.read(value, source);
}

/**
 * Reads a judge's verdict. Only the last complete verdict object counts, with nothing behind it; one that stands in the
 * texts that the judge was shown is a quotation and counts as none. A reply that was cut off says nothing.
 */
export function readReply(
  { text, finish }: Answer,
  reading: Reading,
): JudgeSample | Unread | Promise<JudgeSample | Unread> {
  if (finish.unified === 'length' || finish.unified === 'error')
    return { why: 'it was cut off before its end' };
  if (finish.unified === 'content-filter') return { why: "the provider's content filter stopped it" };
  if (text.trim() === '') return { why: 'it is empty' };
  if (reading.rule) return readByRule(text, reading.rule, reading);
  const own = jsonObjects(text).filter(({ value }) => Object.hasOwn(value, reading.form.key));
  const last = own.at(-1);
  if (!last) return { why: 'it holds no verdict' };
  if (!nothing.test(text.slice(last.end))) return { why: 'its verdict does not stand at its end' };
  if (isQuotation(last, reading.form.key, reading.foreign))
    return { why: 'its verdict is only a quotation of what it was shown' };
  return verdictIn(last, reading);
}
