import { defineMutator } from '../domain/mutator.ts';
import { changeFree } from './change-free.ts';
import { changeSome } from './change-some.ts';
import { fillers } from './fillers.ts';
import { pick } from './pick.ts';
import { spokenIn } from './spoken-in.ts';

/** Signs are not spoken; beside a digit they are a part of a number. */
const sign = /(?<!\p{N})[.,;:!?…—–]+(?!\p{N})/gu;
const gap = /(?<=[\p{L}\p{M}])\s+(?=\p{L})/gu;

export const runOn = defineMutator({
  name: 'run-on',
  summary: 'As if dictated: small letters, no signs, and the fillers of speech in eight languages.',
  example: { before: 'Where is my parcel? I paid for it.', after: 'where is um my parcel i paid for it' },
  keeps: 'label',
  unless: 'the task is about punctuation',
  mutate(text, { pieces, random }) {
    const words = fillers[spokenIn(text, Object.keys(fillers))]!;
    const bare = pieces.map((piece) =>
      piece.isProtected
        ? piece
        : { ...piece, text: piece.text.toLowerCase().replace(sign, ' ').replace(/ {2,}/g, ' ') },
    );
    const spoken = changeSome(bare, random, {
      pattern: gap,
      share: 0.12,
      change: () => ` ${pick(words, random)} `,
    });
    const plain = changeFree(pieces, (free) => free.toLowerCase().replace(sign, ' ').replace(/ {2,}/g, ' '));
    const changed = (spoken ?? plain)?.trim();
    return changed === '' || changed === text ? undefined : changed;
  },
});
