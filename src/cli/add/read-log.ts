import { relative, resolve } from 'node:path';
import type { Json } from '../../domain/json.ts';
import { problems } from '../../domain/problems.ts';
import { type JsonRow, readJsonRows } from '../../load/read-json-rows.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { isMap } from '../../text/is-map.ts';
import { Refusal } from '../refusal.ts';
import type { AddOptions } from './parse-add-options.ts';
import { valueAt } from './value-at.ts';

/** A row of a log, as far as a case is made of it. */
export type LogRow = {
  line: number;
  row: Record<string, unknown>;
  /** A text; or a map, with the text that is its input where it has one. */
  input: Json;
  text?: string | undefined;
  output?: string | undefined;
  expect?: Json | undefined;
};

/** The rows that have an input, in order, and the lines of the others. `file` is what messages call the log. */
export type Log = { file: string; rows: LogRow[]; withoutInput: number[] };

/** Where things usually stand, the likeliest first. */
const usual = {
  input: ['input', 'prompt', 'question', 'query', 'message', 'user_input', 'user', 'text', 'request', 'messages', 'request.messages'],
  output: ['output', 'response', 'answer', 'completion', 'reply', 'response.text', 'choices.0.message.content', 'response.choices.0.message.content'],
  expect: ['expect', 'expected', 'ideal', 'reference', 'target', 'correct', 'ground_truth'],
}; // biome-ignore format: one list a line

type Fields = Pick<AddOptions, 'log' | 'inputField' | 'outputField' | 'expectField'>;

/** Reads a log. Throws a `Refusal` where it cannot be read, or no row has what a flag names, or an input. */
export async function readLog(options: Fields, folder: string): Promise<Log> {
  const path = resolve(folder, options.log);
  const file = relative(folder, path).replaceAll('\\', '/');
  const { value: all = [], problems: found } = await readJsonRows(path, file);
  if (found.length > 0) throw new Refusal(found);
  if (all.length === 0) throw new Refusal([problems.logEmpty({ file })]);
  const fields = [...new Set(all.flatMap(({ row }) => Object.keys(row)))].slice(0, 30);
  refuseUnknown(options, all, { file, fields });
  const read = all.map((one) => toRow(one, options));
  const rows = read.filter((row): row is LogRow => row.input !== undefined);
  if (rows.length === 0)
    throw new Refusal([problems.logNoInput({ file, tried: namesOf('input', options), fields })]);
  return {
    file,
    rows,
    withoutInput: read.filter(({ input }) => input === undefined).map(({ line }) => line),
  };
}

const namesOf = (what: keyof typeof usual, options: Fields) => {
  const given = options[`${what}Field`];
  return given === undefined ? usual[what] : [given];
};

function refuseUnknown(
  options: Fields,
  all: readonly JsonRow[],
  at: { file: string; fields: string[] },
): void {
  const flags = {
    '--input-field': options.inputField,
    '--output-field': options.outputField,
    '--expect-field': options.expectField,
  };
  const unknown = Object.entries(flags).filter(
    ([, field]) => field !== undefined && all.every(({ row }) => valueAt(row, field) === undefined),
  );
  if (unknown.length > 0)
    throw new Refusal(unknown.map(([flag, field]) => problems.logNoField({ ...at, flag, field: field! })));
}

function toRow({ row, at }: JsonRow, options: Fields): Omit<LogRow, 'input'> & { input: Json | undefined } {
  const first = (what: keyof typeof usual) =>
    namesOf(what, options)
      .map((name) => valueAt(row, name))
      .find((value) => value !== undefined && value !== null);
  const output = first('output');
  const input = toInput(first('input'));
  return {
    line: at([]).line,
    row,
    input,
    text: isMap(input) ? textIn(input) : undefined,
    output: output === undefined ? undefined : typeof output === 'string' ? output : canonicalJson(output),
    expect: first('expect') as Json | undefined,
  };
}

/** Of a conversation what the user said last; an empty text is none. */
function toInput(value: unknown): Json | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (!Array.isArray(value)) return value as Json | undefined;
  const said = value.filter((message) => valueAt(message, 'role') === 'user').at(-1);
  const content = valueAt(said, 'content');
  return typeof content === 'string' ? toInput(content) : undefined;
}

function textIn(map: object): string | undefined {
  const values = usual.input.map((name) => toInput(valueAt(map, name)));
  return values.find((value) => typeof value === 'string');
}
