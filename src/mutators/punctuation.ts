import { defineMutator } from '../domain/mutator.ts';
import { changeFree } from './change-free.ts';
import { pick } from './pick.ts';

/** Signs that end or part sentences; not beside a digit, where they are a part of a number. */
const sign = /(?<!\p{N})[.,;:!?…]+(?!\p{N})/gu;
const odd: Record<string, string> = { '.': ' .', ',': ' ,', ';': ' ;', ':': ' :', '!': ' !', '?': ' ?' };

const manners: readonly ((found: string) => string)[] = [
  () => '',
  (found) => found.repeat(3),
  (found) => [...found].map((one) => odd[one] ?? one).join(''),
  () => '...',
  () => ' - ',
];

export const punctuation = defineMutator({
  name: 'punctuation',
  summary:
    'Signs between sentences are missing, threefold, set apart, or all dots or dashes; where there are none, dots at the end.',
  example: { before: 'It is late, very late. Where is it?', after: 'It is late very late Where is it' },
  keeps: 'label',
  unless: 'the task is about punctuation',
  mutate(text, { pieces, random }) {
    const manner = pick(manners, random);
    const changed = changeFree(pieces, (free) => free.replace(sign, manner));
    if (changed !== undefined && changed.trim() !== '') return changed;
    return /[\p{L}\p{N}]/u.test(text) ? `${text}${pick(['...', '??', ' !!'], random)}` : undefined;
  },
});
