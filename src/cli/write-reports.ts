import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Report } from '../domain/reporter.ts';
import { isColorful } from './is-colorful.ts';
import type { ChosenReporter } from './parse-reporters.ts';
import type { World } from './world.ts';

/** Renders a run by each reporter, to stdout or to its file. Secrets are taken out of every text. */
export async function writeReports(
  report: Report,
  chosen: readonly ChosenReporter[],
  world: World,
  redact: (text: string) => string,
): Promise<void> {
  for (const { reporter, file } of chosen) {
    if (file === undefined) {
      const look = { color: isColorful(world.out, world.env), width: world.out.width };
      for await (const text of reporter.render(report, look)) world.out.write(redact(text));
    } else {
      await writeFile(
        resolve(world.folder, file),
        reporter.render(report, { color: false, width: 100 }),
        redact,
      );
      world.err.write(`${reporter.name}: ${file}\n`);
    }
  }
}

async function writeFile(
  path: string,
  texts: AsyncIterable<string>,
  redact: (text: string) => string,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const stream = createWriteStream(path);
  await once(stream, 'open');
  for await (const text of texts) if (!stream.write(redact(text))) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
}
