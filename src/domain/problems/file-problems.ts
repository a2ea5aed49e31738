import { type At, say } from './say.ts';

/** What can be wrong with a file, whatever is in it. */
export const fileProblems = {
  unknownName: (x: At & { kind: string; name: string; suggestion?: string; names: readonly string[] }) =>
    say.error(
      'unknown-name',
      `There is no ${x.kind} called "${x.name}".`,
      say.meant(x.suggestion, x.names),
      x,
    ),
  unknownKey: (x: At & { key: string; where: string; suggestion?: string; names: readonly string[] }) =>
    say.error('unknown-key', `"${x.key}" is not a key of ${x.where}.`, say.meant(x.suggestion, x.names), x),
  badValue: (x: At & { path: string; expected: string; hint?: string }) =>
    say.error('bad-value', `${x.path || 'This value'}: ${x.expected}.`, x.hint, x),
  yamlSyntax: (x: At & { detail: string }) =>
    say.error(
      'yaml-syntax',
      `This is not valid YAML: ${x.detail}.`,
      'Texts with a colon, a # or a leading quote want quotes around them.',
      x,
    ),
  yamlDuplicateKey: (x: At & { key: string }) =>
    say.error('yaml-duplicate-key', `"${x.key}" stands twice in the same map.`, 'Keep one of the two.', x),
  yamlTab: (x: At) =>
    say.error(
      'yaml-tab',
      'A tab is used to indent; YAML allows spaces only.',
      'Replace the tab by spaces.',
      x,
    ),
  yamlSpace: (x: At) =>
    say.error(
      'yaml-space',
      'A space of another kind than the plain one (a no-break space, say) indents this line; YAML takes it for a letter.',
      'It often comes along when an example is copied: replace it by plain spaces.',
      x,
    ),
  yamlKey: (x: At) =>
    say.error(
      'yaml-key',
      'A key is a name, and here stands a list or a map in its place.',
      'Put quotes around a text that begins with a brace: "{{ name }}".',
      x,
    ),
  protoKey: (x: At) => say.error('proto-key', '"__proto__" cannot be a key.', 'Give it another name.', x),
  tooDeep: (x: At) =>
    say.error('too-deep', 'This is nested more than 100 deep.', 'Keep it in a file of its own, as text.', x),
  unreadableFile: (x: At & { file: string; detail: string }) =>
    say.error(
      'unreadable-file',
      `"${x.file}" cannot be read: ${x.detail}.`,
      'Check the path and who may read it.',
      x,
    ),
  lineTooLong: (x: At & { bytes: number }) =>
    say.error(
      'line-too-long',
      `This line has ${(x.bytes / 1_048_576).toFixed(0)} MB; a row may have 10 MB.`,
      'Keep large texts in files of their own, or split the row.',
      x,
    ),
  notUtf8: (x: At) => say.error('not-utf8', 'This is not UTF-8 text.', 'Save the file as UTF-8.', x),
  rowShape: (x: At) =>
    say.error(
      'row-shape',
      'A row has to be a map with keys, and this is none.',
      'JSONL: one {...} a line. YAML: a list of maps, each starting with "- " in the first column.',
      x,
    ),
  jsonSyntax: (x: At & { detail: string }) =>
    say.error(
      'json-syntax',
      `This line is not valid JSON: ${x.detail}.`,
      'JSONL holds one whole JSON object a line.',
      x,
    ),
  csvRow: (x: At & { detail: string }) =>
    say.error(
      'csv-row',
      `This row does not fit: ${x.detail}.`,
      'A field with a comma, a quote or a line break wants quotes around it.',
      x,
    ),
  csvColumns: (x: At & { name: string }) =>
    say.error('csv-columns', `Two columns are named "${x.name}".`, 'Rename one of them.', x),
  csvSeparator: (x: At & { separator: string }) =>
    say.error(
      'csv-separator',
      `The first line names one column, with ${x.separator} in it: a CSV here is separated by commas.`,
      'Export it again with commas, or say it in JSONL.',
      x,
    ),
  emptyData: (x: At & { file: string; isChosen: boolean }) =>
    say.error(
      'empty-data',
      x.isChosen ? `"${x.file}" holds no row that fits "where".` : `"${x.file}" holds no row.`,
      x.isChosen
        ? 'Values are compared with their type: 1 is not "1".'
        : 'An empty data file is never meant: fill it, or take the line out.',
      x,
    ),
  noDataFile: (x: At & { pattern: string }) =>
    say.error(
      'no-data-file',
      `No file matches "${x.pattern}".`,
      x.pattern.includes('\\')
        ? 'Write / between the names of folders, on Windows too.'
        : 'The path starts at the folder of the suite file.',
      x,
    ),
  dataFormat: (x: At & { file: string }) =>
    say.error(
      'data-format',
      `"${x.file}" is no data file.`,
      'Data files end in .jsonl, .csv, .yaml or .yml.',
      x,
    ),
  moreOfTheSame: (x: At & { count: number; file: string; code: string }) =>
    say.error(
      'more-of-the-same',
      `${x.file} has ${x.count} more problems of the kind ${x.code}.`,
      'Mend the first ones; the others are mostly of the same kind.',
      x,
    ),
};
