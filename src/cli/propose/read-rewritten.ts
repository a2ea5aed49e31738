import type { Answer } from '../../domain/answer.ts';
import { jsonObjects } from '../../text/json-objects.ts';

/** The text that a model wrote, or why its reply holds none that is of use. */
export type Rewritten = { text: string } | { why: string };

/** Reads the last object with a `text` of its own; one that says the same as before is of no use. */
export function readRewritten({ text, finish }: Pick<Answer, 'text' | 'finish'>, before: string): Rewritten {
  if (finish.unified === 'length') return { why: 'it was cut off before its end' };
  if (finish.unified === 'content-filter') return { why: "the provider's content filter stopped it" };
  const found = jsonObjects(text).findLast(({ value }) => typeof value.text === 'string')?.value.text;
  if (typeof found !== 'string') return { why: 'it holds no text' };
  const rewritten = found.trim();
  if (rewritten === '') return { why: 'its text is empty' };
  return rewritten === before.trim() ? { why: 'it says the same, word for word' } : { text: rewritten };
}
