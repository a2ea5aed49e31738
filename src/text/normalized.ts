/**
 * Text as it is compared for duplicates: compatibility forms evened out (NFKC), lower case, each run of white space one
 * space, none at the ends. What differs in these alone is the same text.
 */
export function normalized(text: string): string {
  // Lower case may bring back a form that NFKC would change, and NFKC may bring back a capital.
  const once = text.normalize('NFKC').toLowerCase().normalize('NFKC').toLowerCase();
  return once.replace(/\s+/gu, ' ').trim();
}
