import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import type { Summary } from '../../domain/summary.ts';
import { findRoot } from '../../load/find-root.ts';
import { findRun } from '../../store/find-run.ts';
import type { Holder } from '../../store/holder-of.ts';
import { listRuns as listIds } from '../../store/list-runs.ts';
import { readSummary } from '../../store/read-summary.ts';
import { runHolder } from '../../store/run-holder.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { toScreen } from '../../text/to-screen.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals runs list`: the newest first, a line each. */
export async function listRuns({ options }: CommandInput, world: World): Promise<ExitCode> {
  const limit = toLimit(options.limit);
  const root = await findRoot(world.folder);
  const ids = (await listIds(root)).reverse();
  if (ids.length === 0) world.out.write('No run yet. Start one with "evals run".\n');
  for (const id of ids.slice(0, limit)) {
    world.out.write(`${id}  ${toScreen(await tell(root, id))}\n`);
  }
  if (ids.length > limit)
    world.out.write(`and ${count(ids.length - limit, 'older run')}; --limit shows more\n`);
  return exitCode.done;
}

async function tell(root: string, id: string): Promise<string> {
  const { value: run, problems: found } = await findRun(root, id);
  if (!run) return found.map(({ message }) => message).join(' ');
  const holder = await runHolder(root, id);
  if (holder) return `${suites(run)} (under way, ${process(holder)})`;
  const summary = await readSummary(root, id);
  const again = run.regrades === undefined ? `run --resume ${id}` : `regrade ${run.regrades}`;
  const how = run.chosen === undefined ? '' : `: evals ${again}`;
  if (!summary) return `${suites(run)} (not finished${how})`;
  const stop = `(stopped; ${count(summary.missing, 'trial')} did not run${how})`;
  const of = run.regrades === undefined ? '' : ` (run ${run.regrades} graded again)`;
  return `${results(summary)}${of}${summary.missing > 0 ? ` ${stop}` : ''}`;
}

const process = ({ pid, isHere, host }: Holder) =>
  `process ${pid}${isHere ? '' : ` on ${host ?? 'another machine'}`}`;

function toLimit(text: CommandInput['options'][string] = '20'): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1) return limit;
  const detail = `--limit needs a whole number of at least 1, not "${String(text)}"`;
  throw new Refusal([problems.badFlag({ detail })]);
}

function results({ suites: all }: Summary): string {
  const told = all.map(({ suite, arms, verdict, holdout }) => {
    const rates = arms.map(({ rate: { rate } }) => (rate === null ? 'no rate' : percent(rate)));
    const told = rates.length === 0 ? '' : ` ${rates.join(' / ')}`;
    return `${suite}${holdout ? ' (holdout)' : ''}${told} ${verdict}`;
  });
  return told.join(', ');
}

const suites = (run: Run) => run.suites.map(({ name }) => name).join(', ');
