import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CassetteLabel, CassetteModel, CassetteReply } from '../domain/cassette.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Request } from '../domain/request.ts';
import type { SharedValue } from '../plan/cassette-request.ts';
import { messageOf } from '../text/message-of.ts';
import { cassetteSpots } from './cassette-spots.ts';
import { entryLine } from './entry-line.ts';
import { indexCassette } from './index-cassette.ts';
import { lineReader } from './line-reader.ts';
import { sideFile } from './side-file.ts';
import { type CassetteSource, writeCassette } from './write-cassette.ts';

/** What a recording has put into the file: answers and failures of this run, and those that were kept from before. */
export type Recording = { file: string; answers: number; failures: number; kept: number; redacted: number };

/** Keeps what is asked and answered while a run goes on, and makes a cassette of it at the end. */
export type CassetteRecorder = {
  /** Never throws: what the disk does not take is told at the end. */
  add(asked: CassetteModel, request: Request, reply: CassetteReply): void;
  /**
   * Writes the cassette. Of what the file held before stay the entries for which `stays` holds; without it nothing
   * does. Gives back the problem when it cannot be written; the file is then as it was.
   */
  finish(stays?: (label: CassetteLabel) => boolean): Promise<Recording | Problem>;
  /** Forgets everything: to be called when nothing is to be written. */
  drop(): void;
};

/** Where the cassette is to be (absolute), how messages call it, and a file for the meantime. */
export type RecorderFiles = { path: string; file: string; side: string; redact(text: string): string };

/** Starts a recording. What it holds in memory is where each entry stands in the file `side`. */
export function cassetteRecorder({ path, file, side, redact }: RecorderFiles): CassetteRecorder {
  const spots = cassetteSpots();
  const counts = { answers: 0, failures: 0, redacted: 0 };
  const toLine = entryLine(redact);
  const lines = sideFile(side);
  let trouble: string | undefined;
  const share = ({ digest, json }: SharedValue) => {
    if (spots.texts.has(digest)) return;
    const spot = lines.append(escaped(`{"text":"${digest}","content":${json}}`));
    spots.texts.set(digest, { ...spot, isRedacted: false });
  };
  return {
    drop: lines.drop,
    add(asked, request, reply) {
      if (trouble !== undefined) return;
      try {
        const { entry, line, shared, isRedacted } = toLine(asked, request, reply);
        for (const value of shared) share(value);
        spots.add(entry, { ...lines.append(line), line: 0 });
        counts.redacted += Number(isRedacted);
        counts['failure' in reply ? 'failures' : 'answers'] += 1;
      } catch (error) {
        trouble = messageOf(error);
      }
    },
    async finish(stays) {
      try {
        if (trouble !== undefined) return problems.cassetteNotWritten({ file, detail: trouble });
        const kept = await earlier(path, file, stays);
        if ('code' in kept) return problems.cassetteNotWritten({ file, detail: kept.message });
        const mine = lines.isEmpty() ? [] : [{ spots, reader: lineReader(side) }];
        const sources: CassetteSource[] = [...mine, ...kept];
        mkdirSync(dirname(path), { recursive: true });
        const written = await writeCassette(path, sources).finally(() => {
          for (const { reader } of sources) reader.close();
        });
        return { file, ...counts, kept: written - counts.answers - counts.failures };
      } catch (error) {
        return problems.cassetteNotWritten({ file, detail: messageOf(error) });
      } finally {
        lines.drop();
      }
    },
  };
}

const escaped = (line: string) => line.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** What stays of the file as it was. */
async function earlier(
  path: string,
  file: string,
  stays: ((label: CassetteLabel) => boolean) | undefined,
): Promise<CassetteSource[] | Problem> {
  if (!stays) return [];
  const { value, problems: found } = await indexCassette(path, file);
  if (!value) return found[0]!.code === 'no-cassette' ? [] : found[0]!;
  const entries = value.entries.filter(({ label }) => stays(label));
  return [{ spots: { entries, texts: value.texts }, reader: lineReader(path) }];
}
