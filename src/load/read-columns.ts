import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { parseRecord } from './parse-record.ts';
import type { DataRecord } from './read-records.ts';

const separators: Record<string, string> = { ';': 'a semicolon', '\t': 'a tab', '|': 'a bar' };

/** The names of a CSV's columns, from its first line. Columns without a name may be there, as spreadsheets leave some. */
export function readColumns(record: DataRecord, file: string): { columns: string[]; problems: Problem[] } {
  const parsed = parseRecord(record, 'csv', file, []);
  if ('problem' in parsed) return { columns: [], problems: [parsed.problem] };
  const columns = parsed.row.columns as string[];
  const place = parsed.source.at([]);
  const separator =
    columns.length === 1 ? Object.keys(separators).find((one) => columns[0]!.includes(one)) : undefined;
  if (separator)
    return { columns, problems: [problems.csvSeparator({ separator: separators[separator]!, place })] };
  const twice = columns.filter((name, index) => name !== '' && columns.indexOf(name) !== index);
  return { columns, problems: [...new Set(twice)].map((name) => problems.csvColumns({ name, place })) };
}
