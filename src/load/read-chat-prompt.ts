import type { Checked, Place } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { chatSchema } from './chat-schema.ts';
import { placeIn } from './place-in.ts';
import type { PromptDraft } from './prompt-draft.ts';
import { readYaml } from './read-yaml.ts';
import { soundFields } from './sound-fields.ts';
import { toProblems } from './to-problems.ts';

/** Takes a `.yml` prompt apart: its fields, and its messages as a list. `source` is decoded text. */
export function readChatPrompt(source: string, file: string): Checked<PromptDraft> {
  if (source.trim() === '') {
    const place = placeIn(file, source, { line: 1, column: 1 });
    return { value: undefined, problems: [problems.emptyPrompt({ place })] };
  }
  const yaml = readYaml(source, file);
  if (!yaml.value) return { value: undefined, problems: yaml.problems };
  const { value, at } = yaml.value;
  const parsed = chatSchema.safeParse(value, { reportInput: true });
  const found = parsed.success ? [] : toProblems(parsed.error, chatSchema, yaml.value, [], 'a prompt');
  const { messages = [], ...fields } = parsed.success ? parsed.data : soundFields(chatSchema, value);
  const drafts = messages.map(({ role, content }, index) => {
    const start = at(['messages', index, 'content']);
    const find = spotFinder(start, source);
    return {
      role,
      template: content,
      line: find({ line: 1, column: 1 }).line,
      place: (spot: Spot) => placeIn(file, source, find(spot)),
    };
  });
  return { value: { fields, messages: drafts, at }, problems: found };
}

type Spot = { line: number; column: number };

/**
 * Finds a spot of a text in the file. Exact for a block text (`|`) and for one on a single line;
 * the others are folded or escaped, and then the spot is where the text starts.
 */
function spotFinder(start: Place, source: string): (spot: Spot) => Spot {
  const lines = source.split('\n');
  const rest = lines[start.line - 1]!.slice(start.column - 1);
  if (rest.startsWith('|')) {
    const indent = /^ */.exec(lines.slice(start.line).find((line) => line.trim() !== '') ?? '')![0].length;
    return ({ line, column }) => ({ line: start.line + line, column: column + indent });
  }
  if (rest.startsWith('>') || rest.includes('\\')) return () => start;
  const quote = /^["']/.test(rest) ? 1 : 0;
  return ({ line, column }) =>
    line === 1 ? { line: start.line, column: start.column + quote + column - 1 } : start;
}
