import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { findRoot } from '../../load/find-root.ts';
import { cacheEntries } from '../../store/cache-entries.ts';
import { readJournal } from '../../store/read-journal.ts';
import { closest } from '../../text/closest.ts';
import { redactor } from '../../text/redactor.ts';
import { toGlob } from '../../text/to-glob.ts';
import { toScreen } from '../../text/to-screen.ts';
import { explainTrial } from '../explain-trial.ts';
import { findReadableRun } from '../find-readable-run.ts';
import { openCache } from '../open-cache.ts';
import { Refusal } from '../refusal.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';

/** `evals cache why`: for each trial of a case in a run, where its answer comes from, or why the model was asked. */
export async function cacheWhy({ arguments: given }: CommandInput, world: World): Promise<ExitCode> {
  const root = await findRoot(world.folder);
  const found = await findReadableRun(root, given.run as string, 'cache');
  if (!found.value) throw new Refusal(found.problems);
  const run = found.value;
  const rows = await rowsOf(root, run.id, given.case as string);
  const redact = redactor(secretsOf(world.env));
  const pages = await openCache(root, world, (database) => {
    const entries = cacheEntries(database);
    return rows.map((row) => explainTrial(row, run, entries));
  });
  if (!pages) throw new Refusal([problems.noCache({})]);
  world.out.write(redact(pages.map((lines) => `${lines.map(toScreen).join('\n')}\n`).join('\n')));
  return exitCode.done;
}

/** The rows of the case. Throws a `Refusal` when the run has none. */
async function rowsOf(root: string, id: string, wanted: string): Promise<TrialRow[]> {
  const fits = toGlob(wanted);
  const rows: TrialRow[] = [];
  const names = new Set<string>();
  for await (const row of readJournal(root, id)) {
    if (fits(row.case)) rows.push(row);
    else if (names.size < mostNames) names.add(row.case);
  }
  if (rows.length > 0) return rows;
  const all = [...names];
  const kind = `case of run ${id}`;
  throw new Refusal([
    problems.unknownName({ kind, name: wanted, names: all.slice(0, 20), suggestion: closest(wanted, all) }),
  ]);
}

/** Ids that are kept for a suggestion when none fits. */
const mostNames = 2000;
