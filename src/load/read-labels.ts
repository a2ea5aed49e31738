import type { Label } from '../domain/label.ts';
import type { Checked } from '../domain/problem.ts';
import { type LabelledFor, readLabelLines } from './read-label-lines.ts';

/**
 * Reads a labels file: the labels of all lines that are sound, and everything that is wrong with the others. Where a
 * person labelled the same item twice the last line counts, and a warning says so. `file` is a path from `root` (or an
 * absolute one), and what messages call it. Lines that name no suite or check are taken to be of `of`; without it
 * theirs is the empty text. A line that holds nothing of a field has it empty: no `vars`, no `messages`.
 */
export async function readLabels(
  root: string,
  file: string,
  of: LabelledFor = { suite: '', check: '' },
): Promise<Checked<Label[]>> {
  const { value, problems } = await readLabelLines(root, file, of);
  return { value: value?.map(({ label }) => label), problems };
}
