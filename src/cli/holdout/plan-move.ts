import type { Case } from '../../domain/case.ts';
import type { HoldoutContent } from '../../domain/holdout.ts';
import type { Place } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { moveCases } from '../../load/move-cases.ts';
import { readHoldoutText } from '../../load/read-holdout-text.ts';
import type { NewText } from '../../store/holdout/write-holdout.ts';
import { isMap } from '../../text/is-map.ts';
import { Refusal } from '../refusal.ts';
import type { FreeHoldout } from './free-holdout.ts';
import { takenRows } from './taken-rows.ts';

/** What a split writes: the holdout as text and as it reads, and each file that cases are taken out of. */
export type PlannedMove = {
  text: string;
  content: HoldoutContent & { canary: string };
  changed: NewText[];
};

type Split = {
  holdout: readonly Case[];
  dev: readonly Case[];
  cases: readonly Case[];
  places: readonly Place[];
};

/** Works out what a split writes, and writes nothing. Throws a `Refusal` for cases that cannot be moved as they are written. */
export async function planMove(
  { root, suite, suiteFile, file, holdout: key }: FreeHoldout,
  { holdout, dev, cases, places }: Split,
  canary: string,
): Promise<PlannedMove> {
  if (holdout.length === 0 || dev.length === 0)
    throw new Refusal([problems.holdoutSplitEmpty({ suite, cases: cases.length })]);
  refuseMapped(suiteFile);
  const held = new Set(holdout.map(({ id }) => id));
  const taken = cases.flatMap(({ id }, at) => (held.has(id) ? [{ id, place: places[at]! }] : []));
  const inData = taken.filter(({ place }) => place.file !== suiteFile.file);
  const ids = new Set(taken.filter(({ place }) => place.file === suiteFile.file).map(({ id }) => id));
  const { rows, files } = await takenRows(root, inData);
  const moved = moveCases(suiteFile.text, { ids, rows, canary, holdout: key });
  if (moved.lostAnchor !== undefined)
    throw new Refusal([problems.holdoutSplitAnchor({ file: suiteFile.file, anchor: moved.lostAnchor })]);
  const read = readHoldoutText(moved.held, file);
  if (!read.value) throw new Refusal(read.problems);
  const isWhole =
    read.value.cases.length === holdout.length && read.value.cases.every(({ id }) => held.has(id));
  if (moved.left === undefined || !isWhole)
    throw new Refusal([problems.holdoutSplitEmpty({ suite, cases: cases.length })]);
  const changed = [...files, { file: suiteFile.file, text: moved.left }];
  return { text: moved.held, content: { ...read.value, canary }, changed };
}

/** What a mapping made of a row cannot be written back as a case. */
function refuseMapped({ file, source }: FreeHoldout['suiteFile']): void {
  const { cases } = source.value as { cases: unknown[] };
  const at = cases.findIndex((entry) => isMap(entry) && 'from' in entry && 'case' in entry);
  if (at < 0) return;
  throw new Refusal([problems.holdoutSplitMapped({ file, place: source.at(['cases', at, 'case'], 'key') })]);
}
