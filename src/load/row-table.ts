import type { RowSpot } from './read-data-file.ts';

/** What stands in the table: a row of a file, or a number that means something to the caller. */
export type TableEntry<F> = { file: F; spot: RowSpot; repetition: number } | { plain: number };

/** Where rows stand in their files, as columns of numbers: 28 bytes a row. */
export type RowTable<F> = {
  add(file: F, spot: RowSpot, repetition: number): void;
  addPlain(number: number): void;
  count(): number;
  at(index: number): TableEntry<F>;
};

/** `start` is a double, as files may be larger than 4 GB. */
type Columns = { start: Float64Array; rest: Uint32Array };

const noFile = 0xffff_ffff;
/** File, length, line, sum, repetition. */
const width = 5;

/** Makes an empty table; it doubles when it is full. */
export function rowTable<F>(): RowTable<F> {
  const files: F[] = [];
  let columns: Columns = { start: new Float64Array(64), rest: new Uint32Array(64 * width) };
  let count = 0;
  const push = (start: number, rest: readonly number[]) => {
    if (count === columns.start.length) columns = doubled(columns);
    columns.start[count] = start;
    columns.rest.set(rest, count * width);
    count += 1;
  };
  return {
    add(file, { start, length, number, sum }, repetition) {
      if (files.at(-1) !== file) files.push(file);
      push(start, [files.length - 1, length, number, sum, repetition]);
    },
    addPlain: (number) => push(number, [noFile, 0, 0, 0, 0]),
    count: () => count,
    at(index) {
      const start = columns.start[index]!;
      const [file, length, number, sum, repetition] = columns.rest.subarray(
        index * width,
        (index + 1) * width,
      ) as unknown as [number, number, number, number, number];
      if (file === noFile) return { plain: start };
      return { file: files[file]!, spot: { start, length, number, sum }, repetition };
    },
  };
}

function doubled({ start, rest }: Columns): Columns {
  const larger = { start: new Float64Array(start.length * 2), rest: new Uint32Array(rest.length * 2) };
  larger.start.set(start);
  larger.rest.set(rest);
  return larger;
}
