import { jsonType } from '../text/json-type.ts';
import { quote } from '../text/quote.ts';

/** A JSON value for a reason: short, on one line. A key that is not there is printed as nothing at all. */
export function printed(value: unknown): string {
  if (typeof value === 'string') return quote(value, 60);
  const kind = jsonType(value);
  if (kind === 'nothing') return '(missing)';
  const text = JSON.stringify(value);
  return kind === 'array' || kind === 'object' ? quote(text, 60).slice(1, -1) : text;
}
