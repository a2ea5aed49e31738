import { thousands } from './thousands.ts';

/** A number of things in words: `1 case`, `1,234 cases`. `many` is given where it is not the word with an s. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${thousands(n)} ${n === 1 ? one : many}`;
}
