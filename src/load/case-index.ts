import type { Case } from '../domain/case.ts';
import type { Place, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { type ProblemList, problemList } from './problem-list.ts';
import type { DataFile, RowSpot } from './read-data-file.ts';
import { type RowTable, rowTable } from './row-table.ts';

/** A row of an open data file; the second one of the same content and without an id is repetition 2. */
export type IndexedRow = { file: DataFile; spot: RowSpot; repetition: number };

/** Where the cases of a suite come together: counted, told apart by their ids, kept when they are wanted. */
export type CaseIndex = {
  /** Takes a case in, and keeps it when its id is new and `keep` holds. */
  add(one: Case, place: Place, row?: IndexedRow): void;
  found: ProblemList;
  /** All cases and the adversarial ones among them, kept or not. */
  total(): number;
  adversarial(): number;
  /** Those that name a parent. */
  variants(): number;
  tags: ReadonlySet<string>;
  /** What was kept, in order. */
  count(): number;
  at(index: number): Case | IndexedRow;
  place(index: number): Place;
  /** To be called after the last case: which parents are missing. The ids are forgotten then. */
  close(): void;
};

/** Starts an empty index. */
export function caseIndex(keep: (one: Case) => boolean): CaseIndex {
  const firsts = firstPlaces();
  const found = problemList();
  const inline: { one: Case; place: Place }[] = [];
  const rows: RowTable<DataFile> = rowTable();
  const tags = new Set<string>();
  const parents: { id: string; parent: string; place: Place }[] = [];
  const counts = { total: 0, adversarial: 0, variants: 0 };
  return {
    found,
    tags,
    total: () => counts.total,
    adversarial: () => counts.adversarial,
    variants: () => counts.variants,
    count: () => rows.count(),
    add(one, place, row) {
      const first = firsts.claim(one.id, place);
      if (first !== undefined) return found.add([problems.duplicateCase({ id: one.id, first, place })]);
      counts.total += 1;
      if (one.adversarial) counts.adversarial += 1;
      if (one.parent !== undefined) counts.variants += 1;
      for (const tag of one.tags) tags.add(tag);
      if (one.parent !== undefined) parents.push({ id: one.id, parent: one.parent, place: plain(place) });
      if (!keep(one)) return;
      if (row) rows.add(row.file, row.spot, row.repetition);
      else rows.addPlain(inline.push({ one, place: plain(place) }) - 1);
    },
    at(index) {
      const row = rows.at(index);
      return 'file' in row ? row : inline[row.plain]!.one;
    },
    place(index) {
      const row = rows.at(index);
      return 'file' in row
        ? { file: row.file.name, line: row.spot.number, column: 1 }
        : inline[row.plain]!.place;
    },
    close() {
      found.add(orphans(parents, firsts.has));
      firsts.clear();
      parents.length = 0;
    },
  };
}

function orphans(
  parents: readonly { id: string; parent: string; place: Place }[],
  isThere: (id: string) => boolean,
): Problem[] {
  return parents.filter(({ parent }) => !isThere(parent)).map((one) => problems.unknownParent(one));
}

/** A frame would keep the row's text alive. */
const plain = ({ file, line, column }: Place): Place => ({ file, line, column });

/** Which ids are taken, and where. One number an id: a suite may have a million. */
function firstPlaces() {
  const files: string[] = [];
  const firsts = new Map<string, number>();
  return {
    has: (id: string) => firsts.has(id),
    clear: () => firsts.clear(),
    /** Where the id was before, as `file:line`; takes it when it was nowhere. */
    claim(id: string, { file, line }: Place): string | undefined {
      const first = firsts.get(id);
      if (first !== undefined) return `${files[first % filesAtMost]}:${Math.floor(first / filesAtMost)}`;
      if (files.at(-1) !== file && !files.includes(file)) files.push(file);
      firsts.set(id, line * filesAtMost + files.indexOf(file));
      return undefined;
    },
  };
}

const filesAtMost = 100_000;
