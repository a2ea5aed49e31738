import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { Report } from '../../domain/reporter.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { terminal } from '../../reporters/terminal.ts';
import { closest } from '../../text/closest.ts';
import { redactor } from '../../text/redactor.ts';
import { toGlob } from '../../text/to-glob.ts';
import { openRun } from '../open-run.ts';
import { Refusal } from '../refusal.ts';
import { secretsOf } from '../secrets-of.ts';
import { trialPage } from '../trial-page.ts';
import type { World } from '../world.ts';
import { writeReports } from '../write-reports.ts';

/** `evals show`: a run, or all that is known of a case in it. */
export async function show({ arguments: given, options }: CommandInput, world: World): Promise<ExitCode> {
  const opened = await openRun(given.run as string, world);
  const redact = redactor(secretsOf(world.env));
  const wanted = given.case as string | undefined;
  if (wanted === undefined && !options.json) {
    await writeReports(opened, [{ reporter: terminal }], world, redact);
    return exitCode.done;
  }
  const isOfHoldout = opened.run.suites.some(({ holdout }) => holdout !== undefined);
  if (isOfHoldout) throw new Refusal([problems.ofHoldout({ id: opened.run.id, why: 'show' })]);
  const toText = (row: TrialRow) => (options.json ? JSON.stringify(row) : trialPage(row, world));
  const seen = await writeRows(opened, wanted ?? '*', (row) => `${redact(toText(row))}\n`, world);
  if (seen === 'shown') return exitCode.done;
  const kind = `case of run ${opened.run.id}`;
  const suggestion = closest(wanted ?? '', seen);
  throw new Refusal([
    problems.unknownName({ kind, name: wanted ?? '*', names: seen.slice(0, 20), suggestion }),
  ]);
}

/** Ids that are kept for a suggestion when none fits. */
const mostIds = 2000;

/** Shows the rows whose case fits; when none does, gives back the cases that there are. */
async function writeRows(
  { rows }: Report,
  wanted: string,
  toText: (row: TrialRow) => string,
  { out }: World,
): Promise<'shown' | string[]> {
  const fits = toGlob(wanted);
  const ids = new Set<string>();
  let isShown = false;
  for await (const row of rows()) {
    if (ids.size < mostIds) ids.add(row.case);
    if (!fits(row.case)) continue;
    isShown = true;
    if (out.isClosed?.()) break;
    out.write(toText(row));
    await out.drained?.();
  }
  return isShown ? 'shown' : [...ids];
}
