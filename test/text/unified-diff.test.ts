import { applyPatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/text/unified-diff.ts';

const names = { before: 'a', after: 'b' };
const text = fc
  .array(fc.constantFrom('x', 'y', '', '-x', '+y', '@@'), { maxLength: 8 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

const rows: [before: string, after: string, diff: string][] = [
  ['same', 'same', ''],
  ['one\ntwo\n', 'one\n2\n', '--- a\n+++ b\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n'],
  ['', 'new\n', '--- a\n+++ b\n@@ -0,0 +1,1 @@\n+new\n'],
  ['old\n', '', '--- a\n+++ b\n@@ -1,1 +0,0 @@\n-old\n'],
];
test.each(rows)('%j and %j', (before, after, diff) => expect(unifiedDiff(before, after, names)).toBe(diff));

test('texts without a common line in no time at all: the whole of both', () => {
  const before = Array.from({ length: 4000 }, (_, at) => `a${at}\n`).join('');
  const after = Array.from({ length: 4000 }, (_, at) => `b${at}\n`).join('');
  const diff = unifiedDiff(before, after, names, 1);
  expect(diff.startsWith('--- a\n+++ b\n@@ -1,4000 +1,4000 @@\n-a0\n')).toBe(true);
  expect(applyPatch(before, diff)).toBe(after);
});

test('a diff applied to the one gives the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      if (before !== after) expect(applyPatch(before, unifiedDiff(before, after, names))).toBe(after);
    }),
  );
});
