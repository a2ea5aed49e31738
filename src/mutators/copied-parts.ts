import type { Json } from '../domain/json.ts';

/** A single letter is everywhere. */
const shortest = 2;

const leaves = (value: Json | undefined): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one) => leaves(one ?? undefined));
};

/**
 * What the expected answer takes over from the text, word for word: an address that is to be found in it has to stay
 * findable. A single word as the whole answer is a label, and may be misspelt in the text as any other.
 */
export function copiedParts(expect: Json | undefined, text: string): string[] {
  const isLabel = typeof expect === 'string' && !/\s/.test(expect.trim());
  if (isLabel) return [];
  return [...new Set(leaves(expect))].filter((part) => part.trim().length >= shortest && text.includes(part));
}
