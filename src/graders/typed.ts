import { jsonType } from '../text/json-type.ts';
import { printed } from './printed.ts';

/** A JSON value with its type for a reason: `the number 1`, `true`, `nothing` for a key that is not there. */
export function typed(value: unknown): string {
  const kind = jsonType(value);
  if (kind === 'nothing') return 'nothing';
  return kind === 'null' || kind === 'boolean' ? `${value}` : `the ${kind} ${printed(value)}`;
}
