import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Baseline } from '../domain/baseline.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { messageOf } from '../text/message-of.ts';
import { baselineFile } from './baseline-file.ts';
import { parseBaseline } from './parse-baseline.ts';

/** All baselines of a project, by the names of their files, and what is wrong with those that cannot be read. */
export async function listBaselines(root: string): Promise<Checked<Baseline[]>> {
  const folder = join(root, 'evals', 'baselines');
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json')).sort();
  const read = await Promise.all(files.map((name) => readOne(root, `evals/baselines/${name}`)));
  return {
    value: read.flatMap(({ value }) => value ?? []),
    problems: read.flatMap((one) => one.problems),
  };
}

async function readOne(root: string, file: string): Promise<Checked<Baseline>> {
  try {
    const read = parseBaseline(await readFile(join(root, file), 'utf8'), file);
    const wanted = read.value && baselineFile(read.value.suite);
    if (wanted === undefined || wanted === file) return read;
    return {
      value: undefined,
      problems: [problems.misplacedBaseline({ file, suite: read.value!.suite, wanted })],
    };
  } catch (error) {
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: messageOf(error) })] };
  }
}
