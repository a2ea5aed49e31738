import { isMap } from './is-map.ts';
import { parseJson } from './parse-json.ts';

/** A complete JSON object in a text: its value, how it is written, and where it ends (exclusive, in UTF-16 units). */
export type FoundObject = { value: Record<string, unknown>; source: string; end: number };

/** Braces that open nothing, after which no more is looked for: a text of braces alone must not take long. */
const mostTries = 500;

/** The index behind the brace that closes the one at `start`; undefined when none does. */
function closing(text: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}

function objectAt(text: string, start: number): FoundObject | undefined {
  const end = closing(text, start);
  if (end === undefined) return undefined;
  const source = text.slice(start, end);
  const parsed = parseJson(source);
  return 'value' in parsed && isMap(parsed.value)
    ? { value: parsed.value as Record<string, unknown>, source, end }
    : undefined;
}

/** Every complete JSON object in a text, in order; those within another are not told by themselves. */
export function jsonObjects(text: string): FoundObject[] {
  const found: FoundObject[] = [];
  let tries = 0;
  let at = text.indexOf('{');
  while (at >= 0 && tries < mostTries) {
    const one = objectAt(text, at);
    if (one) found.push(one);
    else tries += 1;
    at = text.indexOf('{', one ? one.end : at + 1);
  }
  return found;
}
