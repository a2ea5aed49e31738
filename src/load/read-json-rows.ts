import { type FileHandle, open } from 'node:fs/promises';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { parseRecord } from './parse-record.ts';
import { problemList } from './problem-list.ts';
import { readRecords } from './read-records.ts';
import type { YamlSource } from './read-yaml.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** A row of a JSONL file, as it is read and as it stands there (without its line end). */
export type JsonRow = { row: Record<string, unknown>; text: string; at: YamlSource['at'] };

/** Reads a whole JSONL file; a file that is not there has no rows. `path` is absolute, `file` what messages call it. Never rejects. */
export async function readJsonRows(path: string, file: string): Promise<Checked<JsonRow[]>> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'r');
    return await readAll(handle, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { value: [], problems: [] };
    return { value: undefined, problems: [problems.unreadableFile({ file, detail: whyUnreadable(error) })] };
  } finally {
    await handle?.close();
  }
}

async function readAll(handle: FileHandle, file: string): Promise<Checked<JsonRow[]>> {
  const list = problemList();
  const rows: JsonRow[] = [];
  for await (const records of readRecords(handle, 'jsonl')) {
    for (const record of records) {
      const parsed = parseRecord(record, 'jsonl', file, []);
      if ('problem' in parsed) list.add([parsed.problem]);
      else
        rows.push({
          row: parsed.row,
          text: record.bytes!.toString('utf8').replace(/\r$/, ''),
          at: parsed.source.at,
        });
    }
  }
  return { value: rows, problems: list.all() };
}
