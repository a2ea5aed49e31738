import { toValue } from 'liquidjs';

/**
 * How a value stands in a prompt: text as it is, numbers and booleans plainly, lists and maps as JSON.
 * Throws `Error` for null, undefined and what is not a finite number: a prompt with a hole in it is never sent.
 */
export function printValue(value: unknown): string {
  if (typeof value === 'string') return value;
  // The engine's own words `empty` and `nil` are objects; the case's data never are what `toValue` changes.
  const given: unknown = toValue(value);
  if (given === undefined || given === null) throw new Error('there is no value here (null)');
  if (typeof given === 'number' && !Number.isFinite(given)) throw new Error(`${given} is not a number`);
  return typeof given === 'object' ? JSON.stringify(given) : String(given);
}
