import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { naturalOrder } from '../text/natural-order.ts';
import type { CassetteSpots, EntrySpot, Spot } from './cassette-spots.ts';
import type { LineReader } from './line-reader.ts';

/** Entries of one file, and the file. */
export type CassetteSource = { spots: Pick<CassetteSpots, 'entries' | 'texts'>; reader: LineReader };

type Placed<T> = { spot: T; reader: LineReader };

const header = `${JSON.stringify({ schemaVersion: 1, kind: 'evals cassette' })}\n`;
const lineFeed = Buffer.from('\n');
/** Bytes that are put together before they are written. */
const batch = 1024 * 1024;

/**
 * Writes a cassette out of entries that stand in other files: the header, the long texts by their digests, the entries
 * in the order of their labels. Gives back how many entries it has. Nobody ever sees half of it: it is written under another name first. Of two entries
 * for the same request of the same trial the one of the earlier source is kept. Rejects when the disk does not take it.
 */
export async function writeCassette(path: string, sources: readonly CassetteSource[]): Promise<number> {
  const unfinished = `${path}.new`;
  try {
    const entries = inOrder(sources);
    const file = openSync(unfinished, 'w');
    try {
      await writeLines(file, [...textsOf(sources, entries), ...entries]);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
    return entries.length;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

async function writeLines(file: number, lines: readonly Placed<Spot>[]): Promise<void> {
  let pieces: Buffer[] = [Buffer.from(header)];
  let size = 0;
  const flush = () => {
    writeSync(file, Buffer.concat(pieces));
    pieces = [];
    size = 0;
  };
  for (const { spot, reader } of lines) {
    const bytes = reader.read(spot);
    if (bytes.length < spot.size) throw new Error('a file that it is made of was cut off meanwhile');
    // A checkout may have given the lines of an earlier recording a carriage return.
    pieces.push(bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes, lineFeed);
    size += spot.size;
    if (size < batch) continue;
    flush();
    await nextTurn();
  }
  flush();
}

/** Each text that an entry refers to, once. */
function textsOf(sources: readonly CassetteSource[], entries: readonly Placed<EntrySpot>[]): Placed<Spot>[] {
  const texts = new Map<string, Placed<Spot>>();
  for (const { spots, reader } of [...sources].reverse())
    for (const [digest, spot] of spots.texts) texts.set(digest, { spot, reader });
  const wanted = [...new Set(entries.flatMap(({ spot }) => spot.texts))].sort();
  return wanted.map((digest) => texts.get(digest)!);
}

/** The same request of the same trial. */
const keyOf = ({ digest, label: { suite, case: one, prompt, model } }: EntrySpot) =>
  `${digest}\0${suite}\0${one}\0${prompt ?? ''}\0${model}`;

function inOrder(sources: readonly CassetteSource[]): Placed<EntrySpot>[] {
  const placed = new Map<string, Placed<EntrySpot>>();
  for (const { spots, reader } of sources)
    for (const spot of spots.entries) {
      const key = keyOf(spot);
      if (!placed.has(key)) placed.set(key, { spot, reader });
    }
  const all = [...placed.values()];
  const ranks = toRanks(all);
  const rank = (name: string | undefined) => (name === undefined ? -1 : ranks.get(name)!);
  return all.sort(
    ({ spot: a }, { spot: b }) =>
      rank(a.label.suite) - rank(b.label.suite) ||
      rank(a.label.case) - rank(b.label.case) ||
      rank(a.label.prompt) - rank(b.label.prompt) ||
      rank(a.label.model) - rank(b.label.model) ||
      a.label.repeat - b.label.repeat ||
      (a.digest < b.digest ? -1 : 1),
  );
}

/** The place of every name among all names: comparing them anew at each step of the sorting would be slow. */
function toRanks(all: readonly Placed<EntrySpot>[]): Map<string, number> {
  const names = new Set(
    all.flatMap(({ spot: { label } }) => [label.suite, label.case, label.prompt ?? '', label.model]),
  );
  return new Map([...names].sort(naturalOrder).map((name, index) => [name, index]));
}
