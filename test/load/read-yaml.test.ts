import { expect, test } from 'vitest';
import { readYaml } from '../../src/load/read-yaml.ts';

const read = (source: string) => readYaml(source, 'a.yaml');
/** Code, line and column of each problem, and the sentence of the first. */
const wrong = (source: string) =>
  read(source).problems.map(({ code, place }) => `${code} ${place!.line}:${place!.column}`);

test.each<[string, string[]]>([
  ['a: b: c', ['yaml-syntax 1:4']],
  ['a:\n\tb: 1', ['yaml-tab 2:1']],
  ['a: 1\nb: 2\na: 3', ['yaml-duplicate-key 3:1']],
  ['a: {{ x }}', ['yaml-key 1:5']],
  ['- any:\n  \u00a0\u00a0- contains: refund', ['yaml-space 2:3']],
  ['? [a, b]\n: c', ['yaml-key 1:3']],
  ['a: 1\nb: *gone', ['yaml-syntax 2:4']],
  ['a: !include other.yaml', ['yaml-syntax 1:4']],
  ['a: 1\n---\nb: 2', ['yaml-syntax 2:1']],
  ['a: 1\nx:\n  __proto__: { polluted: true }', ['proto-key 3:3']],
  ['a: "open', ['yaml-syntax 1:9']],
])('%j is refused where it is wrong', (source, expected) => {
  expect(wrong(source)).toEqual(expected);
});

test('several mistakes are said at once', () => {
  expect(wrong('a: 1\na: 2\nb: 1\nb: 2')).toEqual(['yaml-duplicate-key 2:1', 'yaml-duplicate-key 4:1']);
});

test.each([
  ['suite: a\nsuite: b', 'suite'],
  ['{ suite: a, suite: b }', 'suite'],
  ['"a: b": 1\n"a: b": 2', '"a: b"'],
  ["'it''s': 1\n'it''s': 2", "'it''s'"],
  ['http://x: 1\nhttp://x: 2', 'http://x'],
])('%j: the whole key is named', (source, key) => {
  expect(read(source).problems[0]!.message).toBe(`"${key}" stands twice in the same map.`);
});

test('a map of ten thousand aliases is refused, and quickly', () => {
  const rows = Array.from({ length: 9 }, (_, at) => {
    const item = at === 0 ? '"lol"' : `*a${at - 1}`;
    return `a${at}: &a${at} [${Array(10).fill(item).join(', ')}]`;
  });
  expect(wrong(rows.join('\n'))).toEqual(['yaml-syntax 1:1']);
});

test.each([
  ['flow lists', `a: ${'['.repeat(500)}${']'.repeat(500)}`],
  ['one hundred thousand brackets', '['.repeat(100_000)],
  ['dashes', `${'- '.repeat(2000)}a`],
  ['question marks', `${'? '.repeat(2000)}a`],
])('%s that are nested without end end in a problem', (_, source) => {
  const start = performance.now();
  expect(read(source).value).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(5000);
});

// What a number is, is what JSON says; the rest keeps the letters that were written.
test.each<[string, unknown]>([
  ['0', 0],
  ['-12', -12],
  ['1.50', 1.5],
  ['1e3', 1000],
  ['9007199254740991', 9007199254740991],
  ['9007199254740993', '9007199254740993'],
  ['12345678901234567890', '12345678901234567890'],
  ['0123', '0123'],
  ['0o17', '0o17'],
  ['0x1F', '0x1F'],
  ['+1', '+1'],
  ['.5', '.5'],
  ['1e400', '1e400'],
  ['.inf', '.inf'],
  ['.nan', '.nan'],
  ['1_000', '1_000'],
  ['12:30', '12:30'],
  ['2024-01-01', '2024-01-01'],
  ['yes', 'yes'],
  ['no', 'no'],
  ['on', 'on'],
  ['true', true],
  ['~', null],
  ['"12"', '12'],
])('%s stays what its author meant', (written, expected) => {
  expect(read(`a: ${written}`).value?.value).toEqual({ a: expected });
});

test('a byte order mark and Windows line ends change nothing', () => {
  expect(read('\uFEFFa: 1\r\nb:\r\n  - "x"\r\n').value?.value).toEqual({ a: 1, b: ['x'] });
});

test('a place is that of the value, of the key, or of the nearest parent', () => {
  const { at } = read('a:\n  b: [1, 22]\nc:\n').value!;
  const spot = (path: (string | number)[], part?: 'key') => {
    const { line, column } = at(path, part);
    return `${line}:${column}`;
  };
  expect(spot(['a', 'b', 1])).toBe('2:10');
  expect(spot(['a', 'b'], 'key')).toBe('2:3');
  expect(spot(['a', 'gone', 'deeper'])).toBe('2:3');
  expect(spot(['c'])).toBe('3:3');
  expect(spot([])).toBe('1:1');
});

test('a document that is a part of a file counts in lines of the file, and shows that line', () => {
  const { at } = readYaml('a: 1\nb: 2', 'a.md', 4).value!;
  expect(at(['b'])).toMatchObject({ file: 'a.md', line: 6, column: 4 });
  expect(at(['b']).frame).toBe('  5 | a: 1\n> 6 | b: 2\n         ^');
});
