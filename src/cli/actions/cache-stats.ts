import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { findRoot } from '../../load/find-root.ts';
import { type CacheStats, readCacheStats } from '../../store/read-cache-stats.ts';
import { storeFiles } from '../../store/store-files.ts';
import { bytes } from '../../text/bytes.ts';
import { count } from '../../text/count.ts';
import { duration } from '../../text/duration.ts';
import { toScreen } from '../../text/to-screen.ts';
import { openCache } from '../open-cache.ts';
import type { World } from '../world.ts';

/** `evals cache stats`: what is kept, by model. Throws a `Refusal` when the cache cannot be read. */
export async function cacheStats({ options }: CommandInput, world: World): Promise<ExitCode> {
  const root = await findRoot(world.folder);
  const models = (await openCache(root, world, readCacheStats)) ?? [];
  const size = await storeFiles(root).size();
  world.out.write(options.json ? toJson(models, size) : toPage(models, size));
  return exitCode.done;
}

const toJson = (models: CacheStats[], size: number) =>
  `${JSON.stringify({ file: '.evals/store.sqlite', answers: sum(models, 'answers'), bytesOnDisk: size, models }, null, 2)}\n`;

const sum = (models: readonly CacheStats[], what: 'answers' | 'askedMs') =>
  models.reduce((all, one) => all + one[what], 0);

function toPage(models: CacheStats[], size: number): string {
  if (models.length === 0) return 'Nothing is kept yet. "evals run" keeps the answers that it gets.\n';
  const rows = models.map((one) => [
    toScreen(one.model),
    count(one.answers, 'answer'),
    bytes(one.bytes),
    `${toDay(one.oldest)} to ${toDay(one.newest)}`,
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]!.length)));
  const line = ([model, answers, size, days]: string[]) =>
    `  ${model!.padEnd(widths[0]!)}  ${answers!.padStart(widths[1]!)}  ${size!.padStart(widths[2]!)}  ${days}`;
  const total = count(sum(models, 'answers'), 'answer');
  return [
    `${total} in .evals/store.sqlite, ${bytes(size)} on disk; asking for them took ${duration(sum(models, 'askedMs'))}`,
    ...rows.map(line),
    '',
  ].join('\n');
}

const toDay = (date: Date) => date.toISOString().slice(0, 10);
