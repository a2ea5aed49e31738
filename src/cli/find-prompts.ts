import type { Prompt } from '../domain/prompt.ts';
import type { Prompts } from '../load/read-prompts.ts';
import { printProblems } from './print-problems.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/** The prompt versions that are meant, in order; warnings are shown. Throws `Refusal` with what is wrong with any of them. */
export async function findPrompts(
  prompts: Prompts,
  refs: readonly string[],
  world: World,
): Promise<Prompt[]> {
  const all = await Promise.all(refs.map((ref) => prompts.find(ref)));
  const found = all.flatMap((one) => one.problems);
  if (all.some(({ value }) => value === undefined)) throw new Refusal(found);
  if (found.length > 0) await printProblems(found, world);
  return all.map(({ value }) => value!);
}
