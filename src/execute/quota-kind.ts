import type { QuotaWord } from './quota-word.ts';
import { toQuotaKind } from './to-quota-kind.ts';

/** How what was taken of a quota comes back, as far as the words so far have shown. */
export type QuotaKind = { now(): 'bucket' | 'window' | undefined; hear(word: QuotaWord): void };

/** Compares each word with an earlier one that is far enough away. */
export function quotaKind(): QuotaKind {
  let kind: 'bucket' | 'window' | undefined;
  let earlier: QuotaWord | undefined;
  return {
    now: () => kind,
    hear(word) {
      const told = earlier && toQuotaKind(earlier, word);
      if (told && told !== 'neither') kind = told;
      if (!earlier || told || word.remaining > earlier.remaining) earlier = word;
    },
  };
}
