import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { QuarantineEntry } from './read-quarantine.ts';

const dayMs = 86_400_000;

/** The entries whose last day (UTC) is not over, and a warning that lists the others: their cases count again. */
export function inForce(
  entries: readonly QuarantineEntry[],
  today: Date,
): { entries: QuarantineEntry[]; problems: Problem[] } {
  const day = today.toISOString().slice(0, 10);
  const over = entries.filter(({ until }) => until < day);
  const cases = over.map(({ suite, case: id, until, reason }) => {
    const days = Math.round((Date.parse(day) - Date.parse(until)) / dayMs);
    return { suite, id, until, reason, days };
  });
  return {
    entries: entries.filter(({ until }) => until >= day),
    problems: over.slice(0, 1).map(({ at }) => problems.quarantineOver({ cases, place: at('until') })),
  };
}
