import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Checked, Problem } from '../domain/problem.ts';
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
      ? ids.filter((id) => hasBegun(root, id)).slice(-1)
      : ids.includes(wanted)
        ? [wanted]
        : withPart(ids, wanted);
  const [id] = matches;
  if (id === undefined)
    return refused(problems.unknownRun({ wanted, suggestion: closest(wanted, ids), any: ids.length > 0 }));
  if (matches.length > 1) return refused(problems.ambiguousRun({ wanted, matches: matches.slice(-5) }));
  return readHeader(root, id);
}

/** A part at an end is what one types, and comes before one in the middle. */
function withPart(ids: readonly string[], part: string): string[] {
  const atEnd = ids.filter((id) => id.startsWith(part) || id.endsWith(part));
  return atEnd.length > 0 ? atEnd : ids.filter((id) => id.includes(part));
}

/** A crash may leave a folder in which nothing was begun; one that has lost its header has rows, and is told of. */
function hasBegun(root: string, id: string): boolean {
  const { run, summary } = runFolder(root, id);
  return existsSync(run) || existsSync(summary);
}

async function readHeader(root: string, id: string): Promise<Checked<Run>> {
  try {
    const run = JSON.parse(await readFile(runFolder(root, id).run, 'utf8')) as Run | null;
    const version: unknown = run?.schemaVersion;
    if (typeof version === 'number' && version > 1) return refused(problems.newerRun({ id, version }));
    if (run === null || version !== 1 || run.id !== id || !Array.isArray(run.suites))
      return refused(problems.brokenRun({ id, detail: 'it is no header of this run.' }));
    return { value: run, problems: [] };
  } catch (error) {
    return refused(problems.brokenRun({ id, detail: (error as Error).message }));
  }
}

const refused = (problem: Problem): Checked<Run> => ({ value: undefined, problems: [problem] });
