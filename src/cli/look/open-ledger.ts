import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type LedgerStanding, ledgerStanding } from '../../analyze/looks/ledger-standing.ts';
import type { OpenedHoldout } from '../../domain/holdout.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Ledger, LedgerLock } from '../../store/ledger/parse-ledger.ts';
import { readLedger } from '../../store/ledger/read-ledger.ts';
import { lockRun, type RunLock } from '../../store/lock-run.ts';
import { runFolder } from '../../store/run-folder.ts';
import { sha256 } from '../../text/sha256.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { mainLedger } from './main-ledger.ts';

/** The ledger of one holdout, to which nobody else adds until it is released. */
export type OpenLedger = {
  suite: string;
  file: string;
  lock: LedgerLock;
  ledger: Ledger;
  standing: LedgerStanding;
  /** What is wrong with it: errors where it is of a sealed set. */
  problems: Problem[];
  release: RunLock['release'];
};

type Where = { root: string; suite: string; holdout: OpenedHoldout };

/**
 * Reads the ledger of a holdout and holds it against that of the main branch, so that a branch cannot leave out looks that
 * were told. That of a frozen set counts what can be read of it, as nothing is promised there. Throws `Refusal` while
 * another process looks.
 */
export async function openLedger({ root, suite, holdout }: Where, world: World): Promise<OpenLedger> {
  const { files, kind } = holdout;
  const file = files.looks;
  const lock = lockOf(holdout);
  const { release } = await hold({ root, suite, file }, world);
  try {
    const { value, problems: broken } = await readLedger(root, file, lock);
    const ledger = value ?? { looks: [], lines: [], last: lock.start };
    const found = value ? await behind(root, file, ledger) : broken;
    const told = kind === 'sealed' ? found : found.map(asWarning);
    const standing = ledgerStanding(ledger.looks, lock.set);
    return { suite, file, lock, ledger, standing, problems: told, release };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Of a frozen set all looks count that there ever were: what was edited since is a part of it. */
function lockOf({ lock: { records, sealed }, content }: OpenedHoldout): LedgerLock {
  const start = records[0]!.root;
  return sealed ? { start, set: sealed.set, key: content.canary } : { start, set: start, key: undefined };
}

const asWarning = (problem: Problem): Problem =>
  problem.severity === 'error' ? problems.frozenLedger({ detail: problem.message }) : problem;

async function behind(root: string, file: string, { lines }: Ledger): Promise<Problem[]> {
  const main = await mainLedger(root, file);
  if ('why' in main) return [problems.ledgerUnchecked({ file, why: main.why })];
  const first = main.lines.findIndex((line, at) => line !== lines[at]);
  if (first < 0) return [];
  return [problems.ledgerBehind({ file, ref: main.ref, theirs: main.lines.length, own: first })];
}

async function hold({ root, suite, file }: { root: string; suite: string; file: string }, world: World) {
  const { ignore } = runFolder(root, '');
  const folder = dirname(ignore);
  await mkdir(folder, { recursive: true });
  await writeFile(ignore, '*\n', { flag: 'wx' }).catch(() => {});
  const lock = await lockRun(join(folder, `look-${sha256(file, 16)}.lock`), world);
  if ('holder' in lock) throw new Refusal([problems.lookHeld({ suite, pid: lock.holder.pid })]);
  return lock;
}
