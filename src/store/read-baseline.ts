import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from '../domain/baseline.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { messageOf } from '../text/message-of.ts';
import { baselineFile } from './baseline-file.ts';
import { parseBaseline } from './parse-baseline.ts';

/** The baseline of a suite; undefined, and no problem, when it has none. `root` is the absolute path of the project. */
export async function readBaseline(root: string, suite: string): Promise<Checked<Baseline>> {
  const file = baselineFile(suite);
  let text: string;
  try {
    text = await readFile(join(root, file), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: undefined, problems: [] };
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: messageOf(error) })] };
  }
  const read = parseBaseline(text, file);
  if (!read.value || read.value.suite === suite) return read;
  return {
    value: undefined,
    problems: [problems.misplacedBaseline({ file, suite: read.value.suite, wanted: file, of: suite })],
  };
}
