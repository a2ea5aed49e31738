import { createReadStream } from 'node:fs';
import type { Checked, Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { isMap } from '../text/is-map.ts';
import { type Line, lineFeeds } from '../text/line-feeds.ts';
import { messageOf } from '../text/message-of.ts';
import { type CassetteSpots, cassetteSpots } from './cassette-spots.ts';
import { parseCassetteLine } from './parse-cassette-line.ts';

/** The newest form of the file that this program understands. */
const newest = 1;
const kind = 'evals cassette';

/**
 * Reads a cassette once, and keeps where its entries stand. Its problem says what is wrong with the file: it is not
 * there, is no cassette, is newer, is cut off, or a line is not as it was recorded. `file` is how messages call it.
 */
export async function indexCassette(path: string, file: string): Promise<Checked<CassetteSpots>> {
  const spots = cassetteSpots();
  const feeds = lineFeeds();
  let lines = 0;
  const takeAll = (read: readonly Line[]) => {
    lines += read.length;
    for (const line of read) {
      const problem = take(line, spots, file);
      if (problem) return problem;
    }
    return undefined;
  };
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
      const problem = takeAll(feeds.push(chunk as Buffer));
      if (problem) return refused(problem);
    }
  } catch (error) {
    return refused(unreadable(error, file));
  }
  const last = feeds.end();
  // Some editors drop the last line feed: only a line that ends in the middle is cut off.
  if (last && lines > 0 && parsed(last.text) === undefined)
    return refused(problems.tornCassette({ file, line: last.number }));
  const problem = takeAll(last ? [last] : []);
  if (lines === 0) return refused(problems.notACassette({ file, detail: 'it is empty' }));
  return problem ? refused(problem) : { value: spots, problems: [] };
}

const refused = (problem: Problem): Checked<CassetteSpots> => ({ value: undefined, problems: [problem] });

function unreadable(error: unknown, file: string): Problem {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return problems.noCassette({ file });
  return problems.unreadableCassette({ file, detail: messageOf(error) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function take(line: Line, spots: CassetteSpots, file: string): Problem | undefined {
  if (line.number === 1) return toHeaderProblem(line, file);
  const edited = (detail: string) => problems.editedCassette({ file, line: line.number, detail });
  const { offset, size, number } = line;
  const read = parseCassetteLine(line.text);
  if (read.type === 'flaw') return edited(read.detail);
  if (read.type === 'text') {
    spots.texts.set(read.digest, { offset, size, isRedacted: line.text.includes('[redacted]') });
    return undefined;
  }
  const added = spots.add(read.entry, { offset, size, line: number });
  return added.texts.every((digest) => spots.texts.has(digest))
    ? undefined
    : edited('it refers to a text that is not in the file');
}

function toHeaderProblem({ text }: Line, file: string): Problem | undefined {
  const header = parsed(text);
  if (!isMap(header) || header.kind !== kind)
    return problems.notACassette({ file, detail: 'its first line does not say so' });
  const version = header.schemaVersion;
  if (typeof version === 'number' && version > newest) return problems.newerCassette({ file, version });
  return version === newest
    ? undefined
    : problems.notACassette({ file, detail: 'its first line has no version' });
}
