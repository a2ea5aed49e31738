import type { Case } from '../domain/case.ts';
import type { Place } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseIndex } from './case-index.ts';
import { readCase } from './read-case.ts';
import type { DataFile } from './read-data-file.ts';
import { repeated } from './repeated.ts';

/** Goes once through a data file, checks each row as a case and puts it in the index. `place` is the `from:` line. */
export async function gatherRows(
  file: DataFile,
  place: Place,
  context: CaseContext,
  index: CaseIndex,
): Promise<void> {
  const name = nameRepeated();
  let count = 0;
  for await (const rows of file.rows()) {
    for (const row of rows) {
      count += 1;
      index.found.add('problem' in row ? [row.problem] : row.problems);
      if ('problem' in row || row.problems.length > 0) continue;
      const { raw, source, spot } = row;
      const making = readCase(raw, { source, path: [], row: { stem: file.stem } }, context);
      // Awaited only when there is something to wait for: a turn of the event loop costs more than the row.
      const made = making instanceof Promise ? await making : making;
      index.found.add(made.problems);
      if (!made.value) continue;
      const repetition = hasId(raw) ? 1 : name(made.value);
      index.add(repeated(made.value, repetition), source.at([]), { file, spot, repetition });
    }
  }
  if (count === 0) index.found.add([problems.emptyData({ file: file.name, isChosen: file.isChosen, place })]);
}

const hasId = (raw: unknown) => typeof raw === 'object' && raw !== null && 'id' in raw;

/** Counts how often a file had the same content in rows without ids. */
function nameRepeated(): (one: Case) => number {
  const counts = new Map<string, number>();
  return ({ id }) => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count;
  };
}
