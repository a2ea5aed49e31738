import { join } from 'node:path';
import type { HoldoutCase } from '../../domain/holdout.ts';
import type { Place } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { readText } from '../../load/read-text.ts';
import { withoutLines } from '../../load/without-lines.ts';
import { isMap } from '../../text/is-map.ts';
import { parseJson } from '../../text/parse-json.ts';
import { Refusal } from '../refusal.ts';

/** A case of a data file that is taken: its id, and where it stands. */
export type TakenRow = { id: string; place: Place };

/** The rows as cases with ids of their own, and their files without them. */
export type TakenRows = { rows: HoldoutCase[]; files: { file: string; text: string }[] };

/** Takes rows out of JSONL files, line by line; all else in them stays as it is. Throws a `Refusal` for a file of another kind. */
export async function takenRows(root: string, taken: readonly TakenRow[]): Promise<TakenRows> {
  const rows: HoldoutCase[] = [];
  const files: TakenRows['files'] = [];
  for (const file of new Set(taken.map(({ place }) => place.file))) {
    if (!/\.(jsonl|ndjson)$/i.test(file)) throw new Refusal([problems.holdoutSplitFile({ file })]);
    const read = await readText(join(root, file));
    if (read.status !== 'read') throw new Refusal([problems.unreadableFile({ file, detail: read.detail })]);
    const lines = read.text.split('\n');
    const own = taken.filter(({ place }) => place.file === file);
    for (const { id, place } of own) {
      const parsed = parseJson(lines[place.line - 1] ?? '');
      if (!('value' in parsed) || !isMap(parsed.value))
        throw new Refusal([problems.holdoutSplitFile({ file })]);
      rows.push({ ...(parsed.value as HoldoutCase), id });
    }
    files.push({ file, text: withoutLines(read.text, new Set(own.map(({ place }) => place.line))) });
  }
  return { rows, files };
}
