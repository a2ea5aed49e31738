import { defineMutator } from '../domain/mutator.ts';
import { changeSome } from './change-some.ts';
import { pick } from './pick.ts';

/** None of them says anything of its own about a task. */
const signs = ['🙂', '👀', '✨', '📎', '🌿', '🎈', '🫧', '🐌', '🌍', '📌', '🧩', '🪴', '👋🏽', '👩‍💻', '🏳️‍🌈'];

/** Behind a word, or behind the sign that ends a sentence. */
const behind = /(?<=[\p{L}\p{M}.!?])[ \t]+(?=\p{L})/gu;

export const emoji = defineMutator({
  name: 'emoji',
  summary: 'Pictures that mean nothing, between words and at the end; some are of several signs.',
  example: { before: 'Where is my parcel?', after: 'Where is 👀 my parcel? 🧩' },
  keeps: 'label',
  unless: 'the task is about tone',
  mutate(text, { pieces, random }) {
    const added = () => ` ${pick(signs, random)}`;
    const inside = changeSome(pieces, random, {
      pattern: behind,
      share: 0.2,
      change: (found) => `${added()}${found}`,
    });
    return `${inside ?? text}${added()}`;
  },
});
