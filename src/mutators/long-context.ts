import { defineMutator } from '../domain/mutator.ts';
import { irrelevantParagraphs } from './irrelevant-paragraphs.ts';
import { pick } from './pick.ts';

/** So many paragraphs, each another one. */
function drawn(count: number, random: () => number): string[] {
  const left = [...irrelevantParagraphs];
  return Array.from({ length: count }, () => left.splice(Math.floor(random() * left.length), 1)[0]!);
}

export const longContext = defineMutator({
  name: 'long-context',
  summary: 'Four to eight paragraphs about something else before the text, behind it, or on both sides.',
  example: {
    before: 'Where is my parcel?',
    after: 'The heron at the end of our street …\n\nWhere is my parcel?',
  },
  keeps: 'label',
  unless: 'the whole text is the task, as in a summary',
  mutate(text, { random }) {
    const paragraphs = drawn(4 + Math.floor(random() * 5), random);
    const before = pick([0, paragraphs.length, Math.floor(paragraphs.length / 2)], random);
    return [...paragraphs.slice(0, before), text, ...paragraphs.slice(before)].join('\n\n');
  },
});
