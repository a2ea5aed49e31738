import { defineMutator } from '../domain/mutator.ts';

/** Shorter texts have no half. */
const least = 4;

/** Never within a sign and its marks. */
const signs = /\P{M}\p{M}*/gu;

export const truncated = defineMutator({
  name: 'truncated',
  summary: 'The text breaks off between a third and four fifths of it, as if sent too early.',
  example: { before: 'Will my parcel get here before Saturday?', after: 'Will my parcel get here bef' },
  keeps: 'unsure',
  mutate(text, { random }) {
    const all = text.match(signs) ?? [];
    if (all.length < least) return undefined;
    const kept = all
      .slice(0, Math.ceil(all.length * (1 / 3 + random() * (0.8 - 1 / 3))))
      .join('')
      .trimEnd();
    return kept === '' || kept === text ? undefined : kept;
  },
});
