import fastGlob from 'fast-glob';

/** The files of proposals under evals/, as absolute paths in the order of their names. */
export async function findProposals(root: string): Promise<string[]> {
  return (await fastGlob('evals/**/*.proposed.jsonl', { cwd: root, absolute: true })).sort();
}
