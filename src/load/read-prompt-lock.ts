import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { decodeText } from './decode-text.ts';
import { type PromptLock, parsePromptLock } from './parse-prompt-lock.ts';
import type { Tree } from './tree.ts';

const file = 'prompts/lock.json';

/** Reads `prompts/lock.json`; undefined, and no problem, when there is none. */
export async function readPromptLock(tree: Tree): Promise<Checked<PromptLock>> {
  const read = await tree.read(file, 'prompts');
  if (read.status === 'missing') return { value: undefined, problems: [] };
  const text = read.status === 'read' ? decodeText(read.bytes) : undefined;
  if (text !== undefined) return parsePromptLock(text, file);
  const detail = read.status === 'read' ? 'it is not UTF-8 text' : `it is ${read.status}`;
  return { value: undefined, problems: [problems.brokenPromptLock({ file, detail })] };
}
