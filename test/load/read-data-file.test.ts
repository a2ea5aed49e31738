import { appendFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DataFile, readDataFile } from '../../src/load/read-data-file.ts';
import { filesOnDisk } from './files-on-disk.ts';

type Mapping = Record<string, unknown>;

async function openFile(name: string, content: string | Uint8Array, mapping?: Mapping): Promise<DataFile> {
  const root = await filesOnDisk({ [name]: content });
  const file = (await readDataFile(join(root, name), name, { mapping }))!;
  onTestFinished(() => file.close());
  return file;
}

/** Every row as it is read, and as it is read again: both have to be the same. */
async function rowsOf(name: string, content: string | Uint8Array, mapping?: Mapping): Promise<unknown[]> {
  const file = await openFile(name, content, mapping);
  const rows: unknown[] = [];
  for await (const batch of file.rows()) {
    for (const row of batch) {
      if ('problem' in row)
        rows.push(`${row.problem.code} ${row.problem.place!.line}:${row.problem.place!.column}`);
      else if (row.problems.length > 0)
        rows.push(row.problems.map(({ code, message }) => `${code} ${message}`));
      else {
        rows.push(row.raw);
        expect(file.read(row.spot).raw).toEqual(row.raw);
      }
    }
  }
  return rows;
}

const mark = '\uFEFF';

describe('JSONL', () => {
  test.each<[string, string | Uint8Array, unknown[]]>([
    ['a line feed at the end or none', '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
    ['blank lines', '\n{"a":1}\n  \t\n\n{"a":2}\n\n', [{ a: 1 }, { a: 2 }]],
    ['Windows line ends', '{"a":1}\r\n\r\n{"a":2}\r\n', [{ a: 1 }, { a: 2 }]],
    ['a byte order mark', `${mark}{"a":1}\n{"a":2}\n`, [{ a: 1 }, { a: 2 }]],
    ['nothing but a byte order mark', mark, []],
    [
      'U+2028 and U+2029 inside a text',
      '{"a":"x\u2028y\u2029z"}\n{"a":2}\n',
      [{ a: 'x\u2028y\u2029z' }, { a: 2 }],
    ],
    ['a lone carriage return is white space', '{"a":1}\r{"a":2}\n', ['json-syntax 1:9']],
    [
      'what is no map',
      '[1]\n"x"\nnull\n{"a":1}\n',
      ['row-shape 1:1', 'row-shape 2:1', 'row-shape 3:1', { a: 1 }],
    ],
    [
      'broken JSON',
      '{"a":1}\n{"a":}\n{"a":3}\n{"a":1,}\n{"a":tru\n{"a"',
      [{ a: 1 }, 'json-syntax 2:6', { a: 3 }, 'json-syntax 4:8', 'json-syntax 5:8', 'json-syntax 6:4'],
    ],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d, 0x0a, 0x7b, 0x7d]), ['not-utf8 1:1', {}]],
    ['a key that is a trap', '{"vars":{"__proto__":{"x":1}}}\n', ['proto-key 1:10']],
    [
      'endless nesting',
      `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n{"a":1}\n`,
      ['too-deep 1:2', { a: 1 }],
    ],
  ])('%s', async (_, content, rows) => {
    expect(await rowsOf('rows.jsonl', content)).toEqual(rows);
  });

  test('a line of 50 MB is passed over, told, and never held', async () => {
    const long = Buffer.alloc(50 * 1024 * 1024, 120);
    const content = Buffer.concat([Buffer.from('{"a":1}\n'), long, Buffer.from('\n{"a":2}\n')]);
    const file = await openFile('rows.jsonl', content);
    const rows = [];
    for await (const batch of file.rows()) rows.push(...batch);
    expect(rows.map((row) => ('problem' in row ? row.problem.message : row.raw))).toEqual([
      { a: 1 },
      'This line has 50 MB; a row may have 10 MB.',
      { a: 2 },
    ]);
  });

  test('whatever is written is read', async () => {
    const row = fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      fc.jsonValue({ maxDepth: 3 }),
    );
    const gap = fc.constantFrom('\n', '\r\n', '\n\n', '\n \n');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(row, gap), { maxLength: 20 }),
        fc.boolean(),
        async (rows, hasMark) => {
          const content = rows.map(([value, end]) => JSON.stringify(value) + end).join('');
          const expected = rows.map(([value]) => JSON.parse(JSON.stringify(value)) as unknown);
          expect(await rowsOf('rows.jsonl', (hasMark ? mark : '') + content)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('rows that lie across the borders of what is read at once', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => ({ at, text: 'ü'.repeat(at % 400) }));
    const content = rows.map((row) => JSON.stringify(row)).join('\n');
    expect(content.length).toBeGreaterThan(2 * 256 * 1024);
    expect(await rowsOf('rows.jsonl', content)).toEqual(rows);
  });
});

describe('CSV', () => {
  test.each<[string, string, unknown[]]>([
    [
      'columns that are no keys are variables',
      'id,message,expect\na,hello,yes\n',
      [{ id: 'a', expect: 'yes', vars: { message: 'hello' } }],
    ],
    ['cells stay texts', 'message,expect\n007,1.50\n', [{ expect: '1.50', vars: { message: '007' } }]],
    [
      'tags, weight, observe',
      'tags,weight,observe\na;b|c,2.5,TRUE\n',
      [{ tags: ['a', 'b', 'c'], weight: 2.5, observe: true }],
    ],
    [
      'what is no weight is left for the schema',
      'weight,observe\nmuch,perhaps\n',
      [{ weight: 'much', observe: 'perhaps' }],
    ],
    ['vars. and meta.', 'vars.id,meta.source\n1,wiki\n', [{ vars: { id: '1' }, meta: { source: 'wiki' } }]],
    ['quotes, commas, line breaks', 'message\n"a ""b"", c\nd"\n', [{ vars: { message: 'a "b", c\nd' } }]],
    [
      'Windows line ends, in quotes too',
      'message,expect\r\n"a\r\nb",c\r\n',
      [{ expect: 'c', vars: { message: 'a\r\nb' } }],
    ],
    ['a byte order mark', `${mark}id,message\na,b\n`, [{ id: 'a', vars: { message: 'b' } }]],
    ['an empty cell is nothing, an empty text has quotes', 'a,b\n,""\n', [{ vars: { b: '' } }]],
    ['blank lines', 'a\n\n1\n\n', [{ vars: { a: '1' } }]],
    ['only the names', 'a,b\n', []],
    ['too many fields', 'a,b\n1,2,3\n4,5\n', ['csv-row 2:1', { vars: { a: '4', b: '5' } }]],
    [
      'a quote in the middle of a field',
      'a,b\n5" pipe,2\n3,4\n',
      ['csv-row 2:1', { vars: { a: '3', b: '4' } }],
    ],
    ['a quote that is never closed', 'a,b\n1,2\n"3,4\n5,6\n', [{ vars: { a: '1', b: '2' } }, 'csv-row 3:1']],
    ['two columns of one name', 'a,b,a\n1,2,3\n', ['csv-columns 1:1']],
    ['semicolons', 'id;message\na;b\n', ['csv-separator 1:1']],
    ['columns without a name that are empty', 'a,,\n1,,\n', [{ vars: { a: '1' } }]],
    ['a value in a column without a name', 'a,,\n1,x,\n', ['csv-row 2:1']],
    ['a column that is a trap', '__proto__,a\nx,1\n', ['proto-key 2:1']],
  ])('%s', async (_, content, rows) => {
    expect(await rowsOf('rows.csv', content)).toEqual(rows);
  });

  test('a quote that is never closed in a large file takes no time to speak of', async () => {
    const content = `a,b\n"open,1\n${'some text,2\n'.repeat(1_000_000)}`;
    const start = performance.now();
    expect(await rowsOf('rows.csv', content)).toEqual(['line-too-long 2:1']);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('whatever a spreadsheet quotes is read', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r\n', ' ', 'é', ';') });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), async (rows) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const content = ['a,b', ...rows.map((cells) => cells.map(quoted).join(','))].join('\r\n');
        expect(await rowsOf('rows.csv', content)).toEqual(rows.map(([a, b]) => ({ vars: { a, b } })));
      }),
      { numRuns: 60 },
    );
  });
});

describe('YAML', () => {
  test.each<[string, string, unknown[]]>([
    [
      'a list of maps',
      '- id: a\n  vars: { m: 1 }\n\n# a comment\n- id: b\n',
      [{ id: 'a', vars: { m: 1 } }, { id: 'b' }],
    ],
    ['a comment, --- and a mark before the list', `${mark}# first\n---\n- id: a\n`, [{ id: 'a' }]],
    [
      'block texts with dashes in them',
      '- id: a\n  vars:\n    m: |\n      - x\n      y\n- id: b\n',
      [{ id: 'a', vars: { m: '- x\ny\n' } }, { id: 'b' }],
    ],
    ['a dash alone on its line', '-\n  id: a\n-\n  id: b\n', [{ id: 'a' }, { id: 'b' }]],
    ['Windows line ends', '- id: a\r\n  n: 1\r\n- id: b\r\n', [{ id: 'a', n: 1 }, { id: 'b' }]],
    ['a list that is indented loses nothing silently', '  - id: a\n  - id: b\n', ['row-shape 1:3']],
    ['a list on one line', '[{ id: a }, { id: b }]\n', ['row-shape 1:1']],
    ['a map', 'cases:\n- id: a\n', ['row-shape 1:1', { id: 'a' }]],
    ['a text', 'hello\n', ['row-shape 1:1']],
    ['one broken item', '- id: a\n- id: b: c\n- id: d\n', [{ id: 'a' }, 'yaml-syntax 2:7', { id: 'd' }]],
    ['a key twice', '- id: a\n  id: b\n', ['yaml-duplicate-key 2:3']],
    ['a tab', '- id: a\n-\tid: b\n', [{ id: 'a' }, 'yaml-tab 2:2']],
    ['nothing but comments', '# nothing\n', []],
  ])('%s', async (_, content, rows) => {
    expect(await rowsOf('rows.yaml', content)).toEqual(rows);
  });
});

describe('case: makes a case of a row', () => {
  const row = '{"q":"Why?","a":42,"who":{"name":"Ada"},"my key":"k","dotted.key":true,"ref":"$expect"}\n';
  test.each<[Mapping, unknown]>([
    [
      { vars: { question: '$row.q' }, expect: '$row.a' },
      { vars: { question: 'Why?' }, expect: 42 },
    ],
    [{ meta: { who: '$row.who', name: '$row.who.name' } }, { meta: { who: { name: 'Ada' }, name: 'Ada' } }],
    [{ vars: { a: '$row.my key', b: '$row.dotted.key' } }, { vars: { a: 'k', b: true } }],
    [
      { vars: { price: '$$5', text: 'costs $row.a', other: '$expect' } },
      { vars: { price: '$5', text: 'costs $row.a', other: '$expect' } },
    ],
    [{ vars: { data: '$row.ref' } }, { vars: { data: '$expect' } }],
    [
      { graders: [{ contains: '$expect' }, { equals: '$$5' }] },
      { graders: [{ contains: '$expect' }, { equals: '$$5' }] },
    ],
    [
      { graders: [{ contains: '$row.q' }, { equals: '$row.ref' }] },
      { graders: [{ contains: 'Why?' }, { equals: '$$expect' }] },
    ],
    [{ vars: { q: '$row.question' } }, ['unknown-row-value This row has nothing at $row.question.']],
    [{ vars: { q: '$row.who.nme' } }, ['unknown-row-value This row has nothing at $row.who.nme.']],
    [{ vars: { q: '$row.constructor' } }, ['unknown-row-value This row has nothing at $row.constructor.']],
  ])('%j', async (mapping, expected) => {
    expect(await rowsOf('rows.jsonl', row, mapping)).toEqual([expected]);
  });
});

test('where: only the rows whose fields have these values, compared with their type', async () => {
  const root = await filesOnDisk({ 'rows.jsonl': '{"m":"a","n":1}\n{"m":"b","n":2}\n{"m":"a","n":"1"}\n' });
  const file = (await readDataFile(join(root, 'rows.jsonl'), 'rows.jsonl', { where: { m: 'a', n: 1 } }))!;
  onTestFinished(() => file.close());
  const raw: unknown[] = [];
  for await (const batch of file.rows()) for (const row of batch) raw.push('raw' in row && row.raw);
  expect(raw).toEqual([{ m: 'a', n: 1 }]);
});

describe('a file that changes while it is read', () => {
  async function opened() {
    const root = await filesOnDisk({ 'rows.jsonl': '{"a":1}\n{"a":2}\n' });
    const path = join(root, 'rows.jsonl');
    const file = (await readDataFile(path, 'rows.jsonl'))!;
    onTestFinished(() => file.close());
    const batches = [];
    for await (const batch of file.rows()) batches.push(...batch);
    const [, second] = batches.map((row) => ('spot' in row ? row.spot : undefined));
    return { path, again: () => file.read(second!).raw };
  }
  test.each<[string, (path: string) => Promise<void>]>([
    ['shorter', (path) => truncate(path, 4)],
    ['empty', (path) => truncate(path, 0)],
    ['another of the same length', (path) => writeFile(path, '{"a":7}\n{"a":8}\n')],
    ['moved on by a line', (path) => writeFile(path, '{"a":0}\n{"a":1}\n{"a":2}\n')],
  ])('%s', async (_, change) => {
    const { path, again } = await opened();
    expect(again()).toEqual({ a: 2 });
    await change(path);
    expect(again).toThrow('rows.jsonl was changed while the run was reading it (row at line 2)');
  });

  test('more rows at its end are no change: they were not planned', async () => {
    const { path, again } = await opened();
    await appendFile(path, '{"a":3}\n');
    expect(again()).toEqual({ a: 2 });
  });
});

test('the digest is that of the rows', async () => {
  const digest = async (content: string) => {
    const file = await openFile('rows.jsonl', content);
    for await (const batch of file.rows()) expect([...batch].length).toBeGreaterThan(0);
    return file.digest();
  };
  expect(await digest('{"a":1}\n\n{"a":2}')).toBe(await digest('{"a":1}\n{"a":2}\n'));
  expect(await digest('{"a":1}\n{"a":3}')).not.toBe(await digest('{"a":1}\n{"a":2}\n'));
});
