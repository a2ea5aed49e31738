import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { comparisonPage } from '../../src/reporters/comparison/comparison-page.ts';
import { reporters } from '../../src/reporters/index.ts';
import { canvas } from '../../src/reporters/terminal/canvas.ts';
import { hostile } from './fixture.ts';
import { hostileComparison } from './make-comparison.ts';
import { hostileDiff, hostileReport, render } from './render.ts';

const signs = fc.constantFrom(
  ...'\u0000\u0007\u0008\u001b\u009b\u009d\u007f\u0085\u202e\u2028\ufeff\ufffe\ud800\udc00\r\n\t <>&"\'`|%:,#[]()!*_~\\@',
  '\u001b[2J',
  '\u001b]8;;x\u0007',
  '::error::',
  '\n::set-output name=a::b',
  '##[add-mask]',
  ']]>',
  '<!--',
  '```',
  '</details>',
  'word',
  '👩‍👩‍👧',
  '漢字',
);
const texts = fc.array(signs, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
/** One arm by itself, or held against its baseline. */
const kinds = fc.constantFrom(hostileReport, hostileDiff);
const all = (look = { color: false, width: 80 }) =>
  ['terminal', 'json', 'junit', 'markdown', 'github'].map((name) => ({
    name,
    look,
    reporter: reporters.get(name)!,
  }));

test.each(all())('$name prints no character that a terminal obeys', async ({ reporter, look }) => {
  await fc.assert(
    fc.asyncProperty(texts, kinds, async (text, toReport) => {
      const page = await render(reporter, toReport(text), look);
      expect(page).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
      expect(page).not.toMatch(/\p{Surrogate}/u);
    }),
    { numRuns: 60 },
  );
});

describe('terminal', () => {
  const terminal = reporters.get('terminal')!;

  test('no line is taken for a command by a CI runner', async () => {
    await fc.assert(
      fc.asyncProperty(texts, kinds, async (text, toReport) => {
        const page = await render(terminal, toReport(text));
        expect(page).not.toMatch(/^\s*::/m);
        expect(page).not.toMatch(/##[a-z]*\[/i);
      }),
      { numRuns: 60 },
    );
  });

  test('no line of prose is wider than the terminal', async () => {
    const words = fc.array(fc.constantFrom('a', 'refund', '漢字', 'x'.repeat(150), '%', '·'), {
      minLength: 1,
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(words, kinds, fc.integer({ min: 60, max: 120 }), async (list, toReport, width) => {
        const page = await render(terminal, toReport(list.join(' ')), { color: false, width });
        // A verdict names its suite whole, and the last line is there to be copied.
        const lines = page
          .split('\n')
          .filter((line) => !/^ *(PASS|FAIL|INCOMPLETE) |evals show|evals run/.test(line));
        for (const line of lines) {
          expect(stringWidth(line), line).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a comparison that stands alone is as tame, and only the lines of a diff may be wider', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 60, max: 120 }), async (text, width) => {
        const on = await canvas({ color: false, width });
        const lines = await comparisonPage(hostileComparison(text), on, { isAlone: true });
        expect(lines.join('\n')).not.toMatch(
          /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}|^\s*::|##[a-z]*\[/imu,
        );
        const prose = lines.filter((line) => !/^ {2}[-+]/.test(line));
        for (const line of prose) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }),
      { numRuns: 60 },
    );
  });

  test('colour is asked for, not guessed', async () => {
    expect(await render(terminal, hostileReport('x'), { color: false, width: 80 })).not.toContain('\u001b');
    expect(await render(terminal, hostileReport('x'), { color: true, width: 80 })).toContain('\u001b[31m');
  });
});

test('json can be parsed, and holds every text as it was', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const page = JSON.parse(await render(reporters.get('json')!, hostileReport(text)));
      expect(page.rows).toHaveLength(5);
      expect(page.rows[0].outcome.answer.text).toBe(text);
      expect(page.suites[0].suite).toBe(text);
    }),
    { numRuns: 60 },
  );
});

describe('github', () => {
  const github = reporters.get('github')!;

  test('each line is one command, and hostile text cannot start another', async () => {
    await fc.assert(
      fc.asyncProperty(texts, kinds, async (text, toReport) => {
        const lines = (await render(github, toReport(text))).trimEnd().split('\n');
        for (const line of lines)
          expect(line).toMatch(/^::(error|warning|notice) (file=[^:,]*,)?title=[^:,]*::/);
      }),
      { numRuns: 60 },
    );
  });

  test('there are at most ten of a type', async () => {
    const report = hostileReport('x');
    const arm = report.summary.suites[0]!.arms[0]!;
    arm.notable = Array.from({ length: 300 }, (_, n) => ({
      ...arm.notable[n % arm.notable.length]!,
      case: `c${n}`,
    }));
    const page = await render(github, report);
    expect(page.match(/^::error/gm)).toHaveLength(10);
    expect(page.match(/^::warning/gm)).toHaveLength(10);
    expect(page.match(/^::notice/gm)).toHaveLength(1);
  });
});

describe('markdown', () => {
  const markdown = reporters.get('markdown')!;
  /** What is left when blocks and spans of code, in which nothing is obeyed, are taken out. */
  const outside = (page: string) =>
    page.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '').replace(/<code>[^<]*<\/code>/g, '');

  test('foreign text stands in code only', async () => {
    const ours = outside(await render(markdown, hostileReport('x')));
    const theirs = outside(await render(markdown, hostileReport(hostile)));
    expect(theirs).toBe(ours);
    expect(ours.match(/<details>/g)?.length).toBe(ours.match(/<\/details>/g)?.length);
  });

  test('no text leaves its code', async () => {
    const ours = outside(await render(markdown, hostileReport('x')));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(outside(await render(markdown, hostileReport(`x${text}x`)))).toBe(ours);
      }),
      { numRuns: 60 },
    );
  });

  /** Signs that markdown or HTML would obey, outside of code. */
  const signsOf = (page: string) =>
    outside(page.replace(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, ''))
      .replace(/&#?\w+;/g, '')
      .replace(/[^&<>"'`*_~[\]|\\#!$@\n]/g, '')
      .replace(/\n+/g, '\n');

  test('nothing in a comparison is obeyed, whatever its cases are called', async () => {
    const ours = signsOf(await render(markdown, hostileDiff('x')));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect(signsOf(await render(markdown, hostileDiff(`x${text}x`)))).toBe(ours);
      }),
      { numRuns: 60 },
    );
  });

  test('a page is never longer than GitHub takes', async () => {
    const report = hostileReport('`'.repeat(3000));
    const suite = report.summary.suites[0]!;
    suite.arms = Array.from({ length: 40 }, () => suite.arms[0]!);
    const page = await render(markdown, report);
    expect(page.length).toBeLessThan(65_536);
    expect(page).toContain('left out: the page would be too long');
  });
});

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const hasPython = spawnSync('python3', ['-c', 'import xml.parsers.expat']).status === 0;
const parsers = [
  { name: 'xmllint', isHere: hasXmllint, command: ['xmllint', '--noout', '-'] },
  {
    name: "python's expat",
    isHere: hasPython,
    command: [
      'python3',
      '-c',
      'import sys, xml.etree.ElementTree as t; t.fromstring(sys.stdin.buffer.read())',
    ],
  },
];

describe.each(parsers)('junit is well-formed for $name', ({ isHere, command }) => {
  const [program, ...rest] = command as [string, ...string[]];
  // One process a page would take minutes: the pages are put under one root.
  test.skipIf(!isHere)('whatever the text', async () => {
    const samples = [hostile, ...fc.sample(texts, 200), ...fc.sample(fc.string({ unit: 'binary' }), 100)];
    const pages = await Promise.all(
      samples.map((text, n) =>
        render(reporters.get('junit')!, n % 2 === 0 ? hostileReport(text) : hostileDiff(text)),
      ),
    );
    const inside = pages.map((page) => page.replace(/^<\?xml[^>]*>\n/, '')).join('');
    const input = `<?xml version="1.0" encoding="UTF-8"?>\n<all>${inside}</all>`;
    const { status, stderr } = spawnSync(program, rest, { input });
    expect(stderr.toString().slice(0, 500)).toBe('');
    expect(status).toBe(0);
  });
});
