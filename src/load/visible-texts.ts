import { join } from 'node:path';
import fastGlob from 'fast-glob';
import { readText } from './read-text.ts';

/** A text that anyone who writes a prompt can see, with its path from the root. */
export type VisibleText = { file: string; text: string };

const patterns = [
  'prompts/**/*.{md,txt,yml,yaml,prompt,json,liquid}',
  'evals/**/*.{md,txt}',
  'evals/labels/**/*.jsonl',
  'evals/baselines/**/*.json',
];

/** The texts of a project from which a prompt may be written, besides its cases: prompts, what they include, rubrics, documents, labels, baselines. */
export async function visibleTexts(root: string): Promise<VisibleText[]> {
  const files = await fastGlob(patterns, { cwd: root, followSymbolicLinks: false });
  const read = await Promise.all(
    files.sort().map(async (file) => ({ file, read: await readText(join(root, file)) })),
  );
  return read.flatMap(({ file, read: one }) => (one.status === 'read' ? [{ file, text: one.text }] : []));
}
