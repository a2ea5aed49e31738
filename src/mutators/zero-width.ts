import { defineMutator } from '../domain/mutator.ts';
import { changeSome } from './change-some.ts';
import { pick } from './pick.ts';

/** Zero-width space, non-joiner, word joiner, soft hyphen, byte order mark: none of them joins or turns what stands around it. */
const signs = ['\u200b', '\u200c', '\u2060', '\u00ad', '\ufeff'];

/** In scripts whose letters change with their neighbours a sign between them can be seen. */
const letter =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}])[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}]/gu;

export const zeroWidth = defineMutator({
  name: 'zero-width',
  summary: 'Signs that nobody sees stand between a fifth of the letters of words.',
  example: { before: 'Where is my parcel?', after: 'Whe\u200bre is my par\u00adcel?' },
  keeps: 'label',
  mutate: (_, { pieces, random }) =>
    changeSome(pieces, random, {
      pattern: letter,
      share: 0.2,
      change: (found) => `${pick(signs, random)}${found}`,
    }),
});
