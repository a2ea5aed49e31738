import { lockChain } from '../../store/lock-chain.ts';
import { runFolder } from '../../store/run-folder.ts';
import { runHolder } from '../../store/run-holder.ts';
import { count } from '../../text/count.ts';
import type { Finding } from './finding.ts';
import { found } from './found.ts';

/** So many are named; of older ones their number is enough. */
const named = 3;

/**
 * Runs that are under way, and runs whose process is gone, the newest first. Told, not mended: the next who writes takes
 * the lock over.
 */
export async function runLocks(root: string, ids: readonly string[]): Promise<Finding[]> {
  const all = (await Promise.all(ids.toReversed().map((id) => ofRun(root, id)))).flat();
  const left = all.length - named;
  const more =
    left > 0 ? [found.note('more-unfinished-runs', `And ${count(left, 'older run')} like that`)] : [];
  return [...all.slice(0, named), ...more];
}

async function ofRun(root: string, id: string): Promise<Finding[]> {
  const isLocked = (await lockChain(runFolder(root, id).lock).catch(() => [])).length > 0;
  if (!isLocked) return [];
  const holder = await runHolder(root, id).catch(() => undefined);
  if (holder)
    return [
      found.note(
        'run-under-way',
        `Run ${id} is under way (process ${holder.pid}${holder.isHere ? '' : ` on ${holder.host}`})`,
      ),
    ];
  return [
    found.note(
      'unfinished-run',
      `Run ${id} was not finished: its process is gone`,
      `"evals run --resume ${id}" goes on with it; its answers are kept.`,
    ),
  ];
}
