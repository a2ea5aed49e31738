import { expect, test } from 'vitest';
import { doctorPage } from '../../../src/cli/doctor/doctor-page.ts';
import type { Finding } from '../../../src/cli/doctor/finding.ts';
import { ink } from '../../../src/reporters/terminal/ink.ts';

const finding = (level: Finding['level'], text = 'x', next?: string): Finding => ({
  level,
  code: 'c',
  text,
  ...(next ? { next } : {}),
});
const page = async (width?: number, isPlain = false) =>
  doctorPage({ paint: await ink(false), isPlain, ...(width ? { width } : {}) });

test('one line each, and what to do under it; nothing is broken where there is no terminal', async () => {
  const long = 'a word and '.repeat(30).trim();
  const { entries } = await page();
  expect(entries([finding('good'), finding('wrong', long, `${long}\n  an: example`)])).toEqual([
    '  ✓ x',
    `  ✗ ${long}`,
    `    → ${long}`,
    '        an: example',
  ]);
});

test('on a terminal lines are broken between words, and an example is not', async () => {
  const { entries } = await page(30);
  expect(
    entries([
      finding(
        'warning',
        'one two three four five six seven',
        'do this and then that now\n  an: example that is longer than the line',
      ),
    ]),
  ).toEqual([
    '  ! one two three four five',
    '    six seven',
    '    → do this and then that',
    '      now',
    '        an: example that is longer than the line',
  ]);
});

test('signs that every terminal can show', async () => {
  const { entries } = await page(undefined, true);
  const levels = ['good', 'note', 'warning', 'unreachable', 'wrong'] as const;
  expect(entries(levels.map((level) => finding(level, 'x', 'y')))).toEqual([
    '  + x',
    '    > y',
    '  - x',
    '    > y',
    '  ! x',
    '    > y',
    '  x x',
    '    > y',
    '  x x',
    '    > y',
  ]);
});

test.each([
  [[], 'Nothing is wrong.'],
  [['good', 'note'], 'Nothing is wrong.'],
  [['warning', 'good', 'warning'], '2 warnings.'],
  [['wrong', 'unreachable', 'warning'], '1 thing to mend, 1 endpoint not reached, 1 warning.'],
] as const)('%j: %s', async (levels, text) => {
  expect((await page()).end(levels.map((level) => finding(level)))).toBe(text);
});
