import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { problems } from '../domain/problems.ts';
import type { Report } from '../domain/reporter.ts';
import { messageOf } from '../text/message-of.ts';
import { isColorful } from './is-colorful.ts';
import type { ChosenReporter } from './parse-reporters.ts';
import { printProblems } from './print-problems.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

/**
 * Renders a run by each reporter, to stdout or to its file; secrets are taken out of every text. A file that cannot be
 * written is told and the others are written all the same. Gives back whether all of them were.
 */
export async function writeReports(
  report: Report,
  chosen: readonly ChosenReporter[],
  world: World,
  redact: (text: string) => string,
): Promise<boolean> {
  let areWritten = true;
  const shown = { ...report, folder: toShort(report.folder, world.folder) };
  for (const one of chosen) {
    const file = one.isInRunFolder ? join(shown.folder, `report.${one.reporter.extension}`) : one.file;
    if (file === undefined) await show(shown, one, world, redact);
    else if (!(await write(shown, { ...one, file }, world, redact))) areWritten = false;
  }
  return areWritten;
}

/** As one would type it from here, when that is shorter. */
function toShort(path: string, from: string): string {
  const short = relative(from, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}

async function show(
  report: Report,
  { reporter }: ChosenReporter,
  { out, env }: World,
  redact: (text: string) => string,
): Promise<void> {
  const look = { color: isColorful(out, env), width: out.width };
  for await (const text of reporter.render(report, look)) {
    if (out.isClosed?.()) return;
    out.write(redact(text));
    await out.drained?.();
  }
}

async function write(
  report: Report,
  { reporter, file }: ChosenReporter & { file: string },
  world: World,
  redact: (text: string) => string,
): Promise<boolean> {
  try {
    const texts = reporter.render(report, { color: false, width: 100 });
    await writeFile(resolve(world.folder, file), texts, redact);
    world.err.write(`${reporter.name}: ${file}\n`);
    return true;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const detail = messageOf(error);
    await printProblems([problems.unwritableFile({ file, detail })], world);
    return false;
  }
}

async function writeFile(
  path: string,
  texts: AsyncIterable<string>,
  redact: (text: string) => string,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const clean = async function* () {
    for await (const text of texts) yield redact(text);
  };
  await pipeline(Readable.from(clean()), createWriteStream(path));
}
