import { messageOf } from './message-of.ts';
import { nestingDepth } from './nesting-depth.ts';

const deepest = 200;

/** The value of a JSON text, or in one line why it has none. A byte order mark at the start is let pass. */
export function parseJson(text: string): { value: unknown } | { error: string } {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  // What follows walks the value recursively: a text of a million brackets would break the stack.
  if (nestingDepth(body, deepest) > deepest) return { error: `nested more than ${deepest} deep` };
  try {
    return { value: JSON.parse(body) };
  } catch (error) {
    return { error: toSentence(messageOf(error)) };
  }
}

/** V8 quotes the text in its message, white space and all; the position is enough. */
function toSentence(message: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (/end of JSON input|Unterminated/.test(message)) return 'it ends too early';
  return position ? `unexpected text at position ${position}` : 'unexpected text';
}
