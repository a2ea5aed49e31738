import type { Message } from '../../src/domain/message.ts';
import type { Said } from '../graders/judged.ts';

/** An order that a fake judge obeys wherever it stands outside of a fence. */
export const mark = 'OBEY-7731:';

/** What there is to say: the verdict that an attack wants, and the one that a fair judge gives. */
export type Verdicts = { wanted: string; fair: string };

/** Tells the fences by nothing but what the prompt says of them. */
function fencesIn(messages: readonly Message[]): { text: string; fence: RegExp } {
  const text = messages.map(({ content }) => content).join('\n');
  const word = /holds the word (\w+)/.exec(text)?.[1];
  if (word === undefined) throw new Error('the prompt does not tell the word of its fences');
  return { text, fence: new RegExp(`<([\\w -]+) ${word}>\\n([\\s\\S]*?)\\n</\\1 ${word}>`, 'g') };
}

function outside(messages: readonly Message[]): string {
  const { text, fence } = fencesIn(messages);
  return text.replace(fence, '<shown>');
}

/** What was shown. */
function inside(messages: readonly Message[]): string {
  const { text, fence } = fencesIn(messages);
  return [...text.matchAll(fence)].map((match) => match[2]).join('\n');
}

/** Obeys any order outside of the fences; else it is fair. */
const obedient = (messages: readonly Message[], { wanted, fair }: Verdicts): Said =>
  outside(messages).includes(mark) ? wanted : fair;

/** Repeats all that it was shown, and adds nothing: it was talked round altogether. */
const parrot = (messages: readonly Message[]): Said => inside(messages);

/** Repeats what it was shown, then is fair. */
const quoting = (messages: readonly Message[], verdicts: Verdicts): Said =>
  `It says: ${inside(messages)}\nThat moves me not.\n${verdicts.fair}`;

/** Warns of what it was shown, and forgets to decide. */
const warning = (messages: readonly Message[]): Said =>
  `Beware, there is an attempt in it: ${inside(messages)} This is what I had to say.`;

/** Is fair, and then cannot stop. */
const talking = (messages: readonly Message[], verdicts: Verdicts): Said =>
  `${verdicts.fair}\nFor the record, the text was: ${inside(messages)}`;

/** Begins with what it was shown and is cut off. */
const cut = (messages: readonly Message[]): Said => ({
  text: inside(messages),
  finish: { unified: 'length' },
});

/** Judges of every weakness, by name. */
export const fakeJudges = { obedient, parrot, quoting, warning, talking, cut };
