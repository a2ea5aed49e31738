import { problems } from '../domain/problems.ts';
import type { Reporter } from '../domain/reporter.ts';
import { reporters } from '../reporters/index.ts';
import { Refusal } from './refusal.ts';

/** A reporter and where it goes; without a file, to stdout. */
export type ChosenReporter = { reporter: Reporter; file?: string };

/** These may follow each other on one screen; the others are files, or have stdout to themselves. */
const forScreens = ['terminal', 'github'];

/** Reads `terminal,junit=report.xml`. Throws a `Refusal` when a name is unknown or two of them want stdout. */
export function parseReporters(text: string): ChosenReporter[] {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const chosen = parts.map((part): ChosenReporter => {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const reporter = reporters.get(name);
    if (!reporter) throw new Refusal([reporters.unknown(name)]);
    return equals < 0 ? { reporter } : { reporter, file: part.slice(equals + 1) };
  });
  const onScreen = chosen.filter((one) => one.file === undefined);
  const odd = onScreen.find((one) => !forScreens.includes(one.reporter.name));
  if (odd && onScreen.length > 1)
    throw new Refusal([
      problems.twoReporters({ name: odd.reporter.name, extension: odd.reporter.extension }),
    ]);
  if (chosen.length === 0) throw new Refusal([problems.badFlag({ detail: '--reporter needs a name' })]);
  return chosen;
}
