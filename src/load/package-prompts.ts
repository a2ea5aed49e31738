import type { Checked } from '../domain/problem.ts';
import type { Prompt } from '../domain/prompt.ts';
import { packageRoot } from './package-root.ts';
import { readPrompts } from './read-prompts.ts';

const read = new Map<string, Promise<Checked<Prompt>>>();

async function find(name: string): Promise<Checked<Prompt>> {
  const { find } = await readPrompts({ root: packageRoot() });
  const found = await find(`${name}@latest`);
  return { ...found, value: found.value && { ...found.value, id: `evals/${found.value.id}` } };
}

/** The newest version of a prompt of this package, such as those that ask judges; its id is `evals/judge@v1`. Each is read once. */
export function packagePrompts(name: string): Promise<Checked<Prompt>> {
  const known = read.get(name) ?? find(name);
  read.set(name, known);
  return known;
}
