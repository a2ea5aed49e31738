import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { type ClearChoice, type Cleared, clearCache } from '../../store/clear-cache.ts';
import type { Database } from '../../store/database.ts';
import { readCacheStats } from '../../store/read-cache-stats.ts';
import type { StoreFault } from '../../store/store-error.ts';
import { storeFiles } from '../../store/store-files.ts';
import { bytes } from '../../text/bytes.ts';
import { closest } from '../../text/closest.ts';
import { count } from '../../text/count.ts';
import { parseDuration } from '../../text/parse-duration.ts';
import { toScreen } from '../../text/to-screen.ts';
import { openCache } from '../open-cache.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/**
 * `evals cache clear`: removes answers, and says how many. A cache that cannot be read is removed as a whole, unless only
 * a part of it was to go. Throws a `Refusal` for a flag that is wrong.
 */
export async function cacheClear({ options }: CommandInput, world: World): Promise<ExitCode> {
  const choice = toChoice(options, world);
  const root = await findRoot(world.folder);
  const files = storeFiles(root);
  const before = await files.size();
  const clear = (database: Database): Cleared & { models: string[] } => {
    const models = readCacheStats(database).map(({ model }) => model);
    return { ...clearCache(database, choice), models };
  };
  const done = await openCache<ReturnType<typeof clear> | string>(root, world, clear, async (error) => {
    const isWhole = choice.before === undefined && choice.model === undefined;
    if (!isWhole || !beyondRepair.includes(error.fault)) return undefined;
    await files.remove();
    return `${error.message}. It was removed; ${bytes(before)} are free again.`;
  });
  const now = await files.size();
  const said =
    typeof done === 'object' ? told(done, choice, { before, now }) : (done ?? 'There is no cache to clear.');
  world.out.write(`${said}\n`);
  return exitCode.done;
}

/** Not when only a driver is missing, or another process has it in use: then nothing is wrong with the file. */
const beyondRepair: StoreFault[] = ['broken', 'newer', 'foreign'];

function toChoice({ olderThan, model }: CommandInput['options'], { clock }: World): ClearChoice {
  const choice: ClearChoice = typeof model === 'string' ? { model } : {};
  if (typeof olderThan !== 'string') return choice;
  // A bare number would be milliseconds: "30" for 30 days would remove everything.
  const ms = /[a-z]\s*$/.test(olderThan) ? parseDuration(olderThan) : undefined;
  if (ms === undefined) {
    const detail = `--older-than needs a time such as 30d or 12h, not "${olderThan}"`;
    throw new Refusal([problems.badFlag({ detail })]);
  }
  return { ...choice, before: new Date(clock.date().getTime() - ms) };
}

function told(
  { answers, isShrunk, models }: Cleared & { models: string[] },
  { model }: ClearChoice,
  size: { before: number; now: number },
): string {
  if (answers === 0) {
    const meant = model !== undefined && !models.includes(model) ? closest(model, models) : undefined;
    const hint = meant ? ` Did you mean "${toScreen(meant)}"?` : '';
    return `Nothing was removed: no answer fits.${hint}`;
  }
  const room = isShrunk
    ? `${bytes(Math.max(0, size.before - size.now))} are free again.`
    : 'Another process has the file in use, so its room is used for new answers first.';
  return `${count(answers, 'answer')} removed. ${room}`;
}
