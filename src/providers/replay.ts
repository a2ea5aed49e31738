import { stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { localFailures } from '../domain/local-failures.ts';
import { defineProvider } from '../domain/provider.ts';
import type { Reply, Request } from '../domain/request.ts';
import { answerShape } from './local/answer-shape.ts';
import { type Recording, type Row, recording } from './local/recording.ts';
import { toAnswer } from './local/to-answer.ts';

const options = {
  id: z
    .string()
    .optional()
    .describe('The field with the id of the case: `id` unless told, or `case` without one.'),
  output: z
    .string()
    .default('output')
    .describe('The field with the text; another JSON value counts as its JSON.'),
  where: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .default({})
    .describe('Only rows whose fields have these values: `{ model: 6b_finetuning }`.'),
  repeat: z
    .string()
    .optional()
    .describe('The field with the number of the repeat, from 1. Without it one row answers every repeat.'),
};

type Options = z.output<z.ZodObject<typeof options>>;

/**
 * What another system has already said, from a JSONL file: one row a case. Beside its id and its output a row may
 * have `ms` and `firstTokenMs` (milliseconds), `usage` ({ input, output, cached, reasoning } tokens), `model`,
 * `finish`, `toolCalls`, `warnings`, and `error` (a text: the case then counts as errored).
 */
export const replay = defineProvider({
  name: 'replay',
  summary: 'Recorded outputs of another system, from a JSONL file: grades what has already been said.',
  example: 'replay:outputs.jsonl',
  options,
  keys: [],
  needsNetwork: false,
  deterministic: true,
  free: true,
  files: ({ id }) => [id],
  async check({ id, name }, { root }) {
    const isThere = await stat(path.resolve(root, id)).then(
      (found) => found.isFile(),
      () => false,
    );
    return isThere ? [] : [`${name}: there is no file ${id}`];
  },
  async open({ id: file, options: given }, { root }) {
    const chosen = z.strictObject(options).parse(given);
    const rows = await recording(path.resolve(root, file), (row, line) => keyOf(row, line, chosen)).catch(
      (error: unknown) => {
        throw new Error(`replay:${file}: ${faultOf(error)}`);
      },
    );
    if (rows.count === 0) {
      await rows.close();
      throw new Error(`replay:${file}: it has no rows${whereOf(chosen)}`);
    }
    return { try: (request) => replayed(request, { file, rows, chosen }), close: rows.close };
  },
});

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be read';
  return 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : error.message;
}

/** The repeat stands in front: a case's id may hold anything. */
const toKey = (id: string, repeat: unknown) =>
  repeat === undefined ? `case "${id}"` : `repeat ${repeat} of case "${id}"`;

function keyOf(row: Row, line: number, chosen: Options): string | undefined {
  if (Object.entries(chosen.where).some(([field, value]) => row[field] !== value)) return undefined;
  const id = chosen.id === undefined ? (row.id ?? row.case) : row[chosen.id];
  if (typeof id !== 'string' && typeof id !== 'number') {
    const field = chosen.id ?? 'id';
    throw new Error(
      `line ${line} has no id in its field "${field}"; name the field with the case's id as "id"`,
    );
  }
  if (chosen.repeat === undefined) return toKey(String(id), undefined);
  const repeat = row[chosen.repeat];
  if (typeof repeat !== 'number')
    throw new Error(`line ${line} has no number in its field "${chosen.repeat}"`);
  return toKey(String(id), repeat);
}

const whereOf = ({ where }: Options) => {
  const wanted = Object.entries(where).map(([field, value]) => `${field} = ${value}`);
  return wanted.length > 0 ? ` where ${wanted.join(' and ')}` : '';
};

async function replayed(
  { case: { id }, repeat }: Request,
  { file, rows, chosen }: { file: string; rows: Recording; chosen: Options },
): Promise<Reply> {
  const asked = chosen.repeat === undefined ? {} : { repeat };
  const found = await rows.read(toKey(id, asked.repeat)).catch(() => 'changed' as const);
  if (found === 'changed') return { status: 'errored', failure: localFailures.changedFile({ file }) };
  if (!found) {
    return {
      status: 'errored',
      failure: localFailures.noRecordedRow({ file, id, ...asked, where: whereOf(chosen) }),
    };
  }
  return toReply(found.row, { file, line: found.line, field: chosen.output });
}

function toReply(row: Row, { file, line, field }: { file: string; line: number; field: string }): Reply {
  const output = row[field];
  if (output === undefined || output === null) {
    const { error } = row;
    const failure =
      error === undefined || error === null
        ? localFailures.noRecordedOutput({ file, line, field })
        : localFailures.recordedError({ file, line, message: toText(error) });
    return { status: 'errored', failure };
  }
  const { told, warnings } = toldBeside(row, file);
  const { ms: total, firstTokenMs: firstToken, ...rest } = told;
  const text = toText(output);
  const times = {
    ...(total === undefined ? {} : { total }),
    ...(firstToken === undefined ? {} : { firstToken }),
  };
  return { status: 'answered', answer: toAnswer({ ...rest, text, warnings }, times) };
}

const toText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

const beside = z
  .object({ ...answerShape, ms: z.number().nonnegative(), firstTokenMs: z.number().nonnegative() })
  .partial();

/** A row that was not written for us may call anything `usage` or `finish`: what is not of our shape is left out. */
function toldBeside(row: Row, file: string): { told: z.output<typeof beside>; warnings: string[] } {
  const fields = Object.keys(beside.shape).filter((field) => row[field] !== undefined && row[field] !== null);
  const isRead = (field: string) => beside.safeParse({ [field]: row[field] }).success;
  const told = beside.parse(Object.fromEntries(fields.filter(isRead).map((field) => [field, row[field]])));
  const unread = fields
    .filter((field) => !isRead(field))
    .map((field) => `${file}: "${field}" cannot be used`);
  const untimed = told.ms === undefined ? [`${file} does not tell how long its answers took`] : [];
  return { told, warnings: [...(told.warnings ?? []), ...unread, ...untimed] };
}
