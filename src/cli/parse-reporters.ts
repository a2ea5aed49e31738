import { problems } from '../domain/problems.ts';
import type { Reporter } from '../domain/reporter.ts';
import { reporters } from '../reporters/index.ts';
import { Refusal } from './refusal.ts';

/** A reporter and where it goes: to a file, into the run's folder, or to stdout. */
export type ChosenReporter = { reporter: Reporter; file?: string; isInRunFolder?: boolean };

/** These may follow each other on one screen; the others have stdout to themselves. */
const forScreens = ['terminal', 'github'];

/**
 * Reads `terminal,junit=report.xml`. Without a file a reporter goes to stdout; where that is taken, it is written
 * into the run's folder. Throws a `Refusal` when a name is unknown.
 */
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
  if (chosen.length === 0) throw new Refusal([problems.badFlag({ detail: '--reporter needs a name' })]);
  const onScreen = screenOf(chosen);
  return chosen.map((one) =>
    one.file === undefined && !onScreen.includes(one) ? { ...one, isInRunFolder: true } : one,
  );
}

function screenOf(chosen: readonly ChosenReporter[]): ChosenReporter[] {
  const open = chosen.filter((one) => one.file === undefined);
  const forPeople = open.filter((one) => forScreens.includes(one.reporter.name));
  return forPeople.length > 0 ? forPeople : open.slice(0, 1);
}
