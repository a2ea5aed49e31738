import { defineMutator } from '../domain/mutator.ts';
import { lookalikes } from '../text/lookalikes.ts';
import { changeSome } from './change-some.ts';
import { pick } from './pick.ts';

const byLetter = new Map<string, string[]>();
for (const [sign, letter] of lookalikes) byLetter.set(letter, [...(byLetter.get(letter) ?? []), sign]);

export const homoglyph = defineMutator({
  name: 'homoglyph',
  summary: 'A third of the small Latin letters are others that look the same: Cyrillic, Greek, Armenian.',
  example: { before: 'Where is my parcel?', after: 'Wherε iѕ mу paгceⅼ?' },
  keeps: 'label',
  mutate: (_, { pieces, random }) =>
    changeSome(pieces, random, {
      pattern: /[a-z]/g,
      share: 1 / 3,
      change: (found) => {
        const alike = byLetter.get(found);
        return alike ? pick(alike, random) : found;
      },
    }),
});
