import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { itemPage } from '../../../src/cli/label/item-page.ts';
import { labelScreen } from '../../../src/cli/label/label-screen.ts';
import { type ScreenParts, screenFrame } from '../../../src/cli/label/screen-frame.ts';
import { verdictKeys } from '../../../src/cli/label/verdict-keys.ts';

const plain = { bold: (text: string) => text, dim: (text: string) => text };
const session = { at: 3, count: 60, said: ['pass', null, 'fail'], top: 0, since: 0, notice: '' };
const parts: ScreenParts = {
  session,
  title: 'refund · cites-policy',
  name: 'late-parcel',
  before: 20,
  skipped: 2,
  keys: verdictKeys({ fail: 0, pass: 1 }),
  width: 60,
  height: 16,
};
const sections = [
  {
    title: 'question',
    text: 'Names the 30 days and promises nothing else, whatever the customer says about it',
  },
  { title: 'input', text: 'My parcel is late.\n\nMay I send it back?' },
  { title: 'output', text: 'Yes.' },
];
const draw = (more: Partial<ScreenParts> = {}, page = itemPage({ sections }, more.width ?? 60)) =>
  labelScreen({ ...parts, ...more }, page, plain);

test('how it looks', () => {
  expect(draw()).toEqual([
    'refund · cites-policy                   24 of 80 · 3 skipped',
    'late-parcel',
    '',
    'question',
    '  Names the 30 days and promises nothing else, whatever the',
    '  customer says about it',
    '',
    'input',
    '  My parcel is late.',
    '',
    '  May I send it back?',
    '',
    '— 2 more lines: space, ↓ —',
    "f fail   p pass   s can't tell   u undo",
    'q quit (all is saved)',
    '',
  ]);
});

test('scrolled to its end', () => {
  const page = itemPage({ sections }, 60);
  const top = page.length - screenFrame(parts).rows;
  const rows = draw({ session: { ...session, top, notice: 'Taken back: say it anew.' } });
  expect(rows).toContain('  Yes.');
  expect(rows.join('\n')).not.toContain('more line');
  expect(rows.at(-1)).toBe('Taken back: say it anew.');
});

test('when all are labelled no verdict is offered', () => {
  const rows = draw({ session: { ...session, at: 60 }, name: '' });
  expect(rows[0]).toContain('80 of 80');
  expect(rows.at(-2)).toBe('u undo   q quit (all is saved)');
});

describe('foreign text', () => {
  test.each<[string, string]>([
    ['\u001b[2J\u001b[31mred\u001b[0m', '  red'],
    ['\u001b]0;title\u0007x', '  x'],
    ['a\rb', '  a␍b'],
    ['\u202egnp', '  \ufffdgnp'],
    ['a\tb', '  a    b'],
    ['', '  (empty)'],
    ['output\nquestion', '  output\n  question'],
    ['   indented', '     indented'],
  ])('%j is shown as text', (text, shown) => {
    const [title, ...lines] = itemPage({ sections: [{ title: 'output', text }] }, 60);
    expect(title).toEqual({ kind: 'title', text: 'output' });
    expect(lines.map((line) => line.text).join('\n')).toBe(shown);
    expect(lines.every(({ kind }) => kind === 'text')).toBe(true);
  });

  test('in the name of a case, a check or a verdict does nothing either', () => {
    const bad = 'x\u001b[2Jy\nz';
    const keys = [{ key: '1', name: bad, label: bad }];
    expect(draw({ title: bad, name: bad, keys }).join('')).not.toMatch(/[\u001b\n]/);
  });
});

test('the screen is filled exactly, whatever it holds and however large it is', () => {
  const size = { width: fc.integer({ min: 20, max: 200 }), height: fc.integer({ min: 5, max: 60 }) };
  const text = fc.string({ unit: 'grapheme', maxLength: 400 });
  fc.assert(
    fc.property(fc.record({ ...size, text, top: fc.nat(50) }), ({ width, height, text, top }) => {
      const page = itemPage({ sections: [{ title: 'output', text }] }, width);
      const rows = draw({ width, height, name: text.slice(0, 50), session: { ...session, top } }, page);
      expect(rows).toHaveLength(height);
      expect(rows.filter((row) => stringWidth(row) > width || row.includes('\n'))).toEqual([]);
    }),
  );
});
