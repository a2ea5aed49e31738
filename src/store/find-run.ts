import { readFile } from 'node:fs/promises';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Run } from '../domain/run.ts';
import { closest } from '../text/closest.ts';
import { listRuns } from './list-runs.ts';
import { runFolder } from './run-folder.ts';

/** The header of the run that is meant: `latest` (or nothing), an id, or the part of an id that only one has. */
export async function findRun(root: string, wanted = 'latest'): Promise<Checked<Run>> {
  const ids = await listRuns(root);
  const matches =
    wanted === 'latest'
      ? ids.slice(-1)
      : ids.includes(wanted)
        ? [wanted]
        : ids.filter((id) => id.startsWith(wanted) || id.endsWith(wanted));
  if (matches.length === 0)
    return {
      value: undefined,
      problems: [problems.unknownRun({ wanted, suggestion: closest(wanted, ids), any: ids.length > 0 })],
    };
  if (matches.length > 1)
    return { value: undefined, problems: [problems.ambiguousRun({ wanted, matches: matches.slice(-5) })] };
  try {
    const run = JSON.parse(await readFile(runFolder(root, matches[0]!).run, 'utf8')) as Run;
    if (run.schemaVersion > 1)
      return {
        value: undefined,
        problems: [problems.newerRun({ id: matches[0]!, version: run.schemaVersion })],
      };
    return { value: run, problems: [] };
  } catch (error) {
    return {
      value: undefined,
      problems: [problems.brokenRun({ id: matches[0]!, detail: (error as Error).message })],
    };
  }
}
