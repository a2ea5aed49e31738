import type { JudgePrompt } from '../../domain/judge.ts';
import type { Message } from '../../domain/message.ts';
import { fenceWord } from '../../text/fence-word.ts';
import { type Template, template } from '../../text/template.ts';
import type { JudgeQuestion } from './judge-question.ts';

type Filler = { role: Message['role']; filled: Template };

const known = new WeakMap<object, Filler[]>();

/** The prompt's templates, read once. */
function fillersOf(prompt: JudgePrompt): Filler[] {
  const made =
    known.get(prompt) ??
    prompt.messages.map(({ role, template: source }) => ({
      role,
      filled: template(source, { partials: prompt.partials }),
    }));
  known.set(prompt, made);
  return made;
}

/** All texts of a question that its author did not write. */
const textsOf = (foreign: JudgeQuestion['foreign']) => Object.values(foreign).flatMap((text) => text ?? []);

const inFence = (name: string, text: string, word: string) =>
  `<${name} ${word}>\n${text}\n</${name} ${word}>`;

function fencedAs(name: string, value: JudgeQuestion['foreign'][string], word: string): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return inFence(name, value, word);
  return value.map((text, index) => inFence(`${name} ${index + 1}`, text, word)).join('\n');
}

/**
 * Puts a question into words. Every text that its author did not write stands between tags with a word that is in none
 * of these texts, so that none of them can end its own fence or open another. `texts` are those, as they were given.
 * Throws `TemplateError` where the prompt asks for a variable that the question has not.
 */
export function fillQuestion(
  prompt: JudgePrompt,
  { own, foreign }: Pick<JudgeQuestion, 'own' | 'foreign'> & Partial<JudgeQuestion>,
): { messages: Message[]; texts: string[] } {
  const texts = textsOf(foreign);
  const word = fenceWord(texts);
  const fenced = Object.entries(foreign).map(([name, value]) => [name, fencedAs(name, value, word)]);
  const vars = { ...own, ...Object.fromEntries(fenced), word };
  const messages = fillersOf(prompt).map(({ role, filled }) => ({ role, content: filled.render(vars) }));
  return { messages, texts };
}
