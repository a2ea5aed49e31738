import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Baseline } from '../../src/domain/baseline.ts';
import type { RunArm } from '../../src/domain/run.ts';
import { baselineFile } from '../../src/store/baseline-file.ts';
import { listBaselines } from '../../src/store/list-baselines.ts';
import { parseBaseline } from '../../src/store/parse-baseline.ts';
import { printBaseline } from '../../src/store/print-baseline.ts';
import { readBaseline } from '../../src/store/read-baseline.ts';
import { writeBaseline } from '../../src/store/write-baseline.ts';
import { filesOnDisk } from '../load/files-on-disk.ts';
import { makeBaseline, makeCaseResult, makeLane } from './make-baseline.ts';

const file = 'evals/baselines/refund.json';
const parsed = (text: string) => parseBaseline(text, file);

describe('where it lies', () => {
  const names: [suite: string, file: RegExp][] = [
    ['refund-policy', /^refund-policy$/],
    ['v1.2_a', /^v1\.2_a$/],
    ['Refund', /^refund~[0-9a-f]{10}$/],
    ['a/b', /^a-b~[0-9a-f]{10}$/],
    ['../../etc/passwd', /^etc-passwd~[0-9a-f]{10}$/],
    ['con', /^con~[0-9a-f]{10}$/],
    ['nul.txt', /^nul\.txt~[0-9a-f]{10}$/],
    ['dot.', /^dot~[0-9a-f]{10}$/],
    ['Rückgabe – alles?', /^ru-ckgabe-alles~[0-9a-f]{10}$/],
    ['返金', /^~[0-9a-f]{10}$/],
    ['x'.repeat(300), /^x{80}~[0-9a-f]{10}$/],
  ];
  test.each(names)('%s', (suite, expected) => {
    expect(baselineFile(suite)).toMatch(/^evals\/baselines\/[^/\\]+\.json$/);
    expect(baselineFile(suite).slice('evals/baselines/'.length, -'.json'.length)).toMatch(expected);
  });
  test('no two names share a file, where capitals count for nothing and where they do', () => {
    const name = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom('a', 'A', 'a.', 'a/', 'CON', 'con'),
    );
    fc.assert(
      fc.property(name, name, (one, other) => {
        fc.pre(one !== other);
        expect(baselineFile(one).toLowerCase()).not.toBe(baselineFile(other).toLowerCase());
      }),
    );
  });
});

describe('its text', () => {
  test('is made for git diff', () => {
    expect(printBaseline(makeBaseline({ lanes: [makeLane({ cases: [makeCaseResult('b', { passed: 3, score: 1 }), makeCaseResult('a', { open: 1, of: 2, passed: 1, score: 0.5, weight: 3, group: 'g', tags: ['t'], adversarial: 'typo' })] })] })))
      .toBe(`{
  "schemaVersion": 1,
  "suite": "refund",
  "lanes": [
    {
      "arm": {
        "id": "refund@v3 · fast",
        "lane": "refund · fast",
        "prompt": "refund@v3",
        "promptDigest": "abc",
        "model": "fast",
        "provider": "openai",
        "modelId": "gpt-5-mini",
        "settings": {
          "temperature": 0
        },
        "deterministic": false
      },
      "served": {
        "gpt-5-mini-2025-08-07": 6
      },
      "repeat": 3,
      "usage": {
        "usdPerCase": 0.001,
        "p50": 800,
        "p95": 1200,
        "inputTokens": 300,
        "outputTokens": 20
      },
      "accepted": {
        "at": "2025-06-01T10:00:00.000Z",
        "by": "Ada <ada@example.org>",
        "reason": "reads well",
        "run": "20250601-095900.000-abcd",
        "commit": "c0ffee",
        "evals": "0.1.0"
      },
      "totals": {
        "cases": 2,
        "passed": 4,
        "of": 5,
        "score": 0.75
      },
      "cases": [
        {"id":"a","passed":1,"of":2,"open":1,"score":0.5,"weight":3,"group":"g","tags":["t"],"adversarial":"typo","digest":"d1","graders":"g1"},
        {"id":"b","passed":3,"of":3,"score":1,"digest":"d1","graders":"g1"}
      ]
    }
  ]
}
`); // biome-ignore format: a page
  });

  test('is the same bytes whatever the order of lanes, cases and keys', () => {
    const lanes = [makeLane(), makeLane({ arm: { ...makeLane().arm, lane: 'refund · other' } })];
    const one = makeBaseline({ lanes });
    const other = makeBaseline({
      lanes: [...lanes].reverse().map((lane) => ({
        ...lane,
        cases: [...lane.cases].reverse(),
        served: Object.fromEntries(Object.entries(lane.served).reverse()),
      })),
    });
    expect(printBaseline(other)).toBe(printBaseline(one));
  });

  test('is read again as it was, every field', () => {
    const arm: Required<RunArm> = {
      ...makeLane().arm,
      prompt: 'refund@v3',
      promptDigest: 'abc',
      options: { baseUrl: 'http://127.0.0.1:1/v1' },
      fallback: [{ model: 'b', settings: { z: 1, a: [null, true] } }],
      address: 'https://example.org',
      files: { 'a.ts': '00' },
      isDistant: true,
    };
    const whole = makeBaseline({
      lanes: [
        makeLane({
          arm,
          accepted: { ...makeLane().accepted, dirty: true, asIs: true },
          aa: { at: '2025-06-02T10:00:00.000Z', run: 'r', pairs: 2, discordance: 0.125 },
          cases: [makeCaseResult('a\n"é\u2028', { score: 0.5 }), makeCaseResult('b', { of: 0, passed: 0, open: 3, score: null })],
        }),
      ],
    }); // biome-ignore format: one case a line
    const again = parsed(printBaseline(whole));
    expect(again).toEqual({ value: whole, problems: [] });
    expect(printBaseline(again.value!)).toBe(printBaseline(whole));
  });

  test('any results survive the way to the disk and back', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    const result = fc
      .record({ id: text, of: fc.integer({ min: 0, max: 3 }), share: fc.double({ min: 0, max: 1, noNaN: true }), tags: fc.array(text, { maxLength: 2 }) })
      .map(({ id, of, share, tags }) =>
        makeCaseResult(id, { of, open: 3 - of, passed: Math.round(share * of), score: of === 0 ? null : share, tags }),
      ); // biome-ignore format: one result
    fc.assert(
      fc.property(fc.uniqueArray(result, { minLength: 1, selector: ({ id }) => id }), (cases) => {
        const printed = printBaseline(makeBaseline({ lanes: [makeLane({ cases })] }));
        const again = parsed(printed);
        expect(again.problems).toEqual([]);
        expect(printBaseline(again.value!)).toBe(printed);
        expect(printed.split('\n').filter((line) => line.includes('"id":"'))).toHaveLength(cases.length);
      }),
    );
  });

  test('one case that comes out otherwise is one line, and the totals, in git diff', async () => {
    const root = await filesOnDisk({});
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...words], {
        cwd: root,
        encoding: 'utf8',
      });
    const cases = Array.from({ length: 40 }, (_, at) => makeCaseResult(`c${at}`));
    await writeBaseline(root, makeBaseline({ lanes: [makeLane({ cases })] }));
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'x');
    const after = cases.map((one) => (one.id === 'c17' ? { ...one, passed: 0, score: 0 } : one));
    await writeBaseline(root, makeBaseline({ lanes: [makeLane({ cases: after })] }));
    const changed = git('diff', '-U0')
      .split('\n')
      .filter((line) => /^[-+](?![-+])/.test(line));
    expect(changed).toEqual([
      '-        "passed": 80,',
      '+        "passed": 78,',
      '-        "score": 0.666667',
      '+        "score": 0.65',
      '-        {"id":"c17","passed":2,"of":3,"score":0.666667,"digest":"d1","graders":"g1"},',
      '+        {"id":"c17","passed":0,"of":3,"score":0,"digest":"d1","graders":"g1"},',
    ]);
  });
});

describe('what cannot be', () => {
  const text = printBaseline(makeBaseline());
  const edited: [what: string, from: string | RegExp, to: string, code: string, at: string][] = [
    ['the marks of a merge', '        {"id":"b"', '<<<<<<< HEAD\n        {"id":"b"', 'baseline-conflict', '<<<<'],
    ['half a file', /"cases": \[[\s\S]*/, '', 'broken-baseline', '$'],
    ['another format', '"schemaVersion": 1', '"schemaVersion": 2', 'newer-baseline', ''],
    ['no format', '"schemaVersion": 1', '"schemaVersion": "x"', 'edited-baseline', ''],
    ['an unknown key', '"repeat"', '"repeats": 1, "repeat"', 'edited-baseline', '"lane": '],
    ['more that passed than were asked', '"id":"a","passed":2', '"id":"a","passed":4', 'edited-baseline', '"id":"a"'],
    ['more answers than repeats', '"id":"a","passed":2,"of":3', '"id":"a","passed":2,"of":4', 'edited-baseline', '"id":"a"'],
    ['fewer answers than repeats', '"id":"a","passed":2,"of":3', '"id":"a","passed":2,"of":2', 'edited-baseline', '"id":"a"'],
    ['a score above 1', '"score":1,', '"score":1.5,', 'edited-baseline', '"id":"b"'],
    ['a graded case without a score', '"score":1,', '"score":null,', 'edited-baseline', '"id":"b"'],
    ['half an answer', '"id":"a","passed":2', '"id":"a","passed":1.5', 'edited-baseline', '"id":"a"'],
    ['a negative count', '"id":"a","passed":2', '"id":"a","passed":-1', 'edited-baseline', '"id":"a"'],
    ['a weight of 0', '"id":"a",', '"id":"a","weight":0,', 'edited-baseline', '"id":"a"'],
    ['a case that was made to pass', '"id":"a","passed":2,"of":3,"score":0.666667', '"id":"a","passed":3,"of":3,"score":1', 'edited-baseline', '"totals"'],
    ['a case that was taken out', /\s+\{"id":"a".*\n/, '\n', 'edited-baseline', '"totals"'],
    ['a case that stands twice', '{"id":"b"', '{"id":"a"', 'edited-baseline', '"id":"a"'],
    ['no case', /"cases": \[[\s\S]*?\n {6}\]/, '"cases": []', 'edited-baseline', '"cases": ['],
    ['no moment', '2025-06-01T10:00:00.000Z', 'yesterday', 'edited-baseline', '"accepted"'],
    ['no reason', '"reads well"', '""', 'edited-baseline', '"accepted"'],
    ['a list', /[\s\S]*/, '[]', 'edited-baseline', ''],
    ['nothing', /[\s\S]*/, '', 'broken-baseline', ''],
  ]; // biome-ignore format: a table
  test.each(edited)('%s', (_, from, to, code, at) => {
    const wrong = text.replace(from, to);
    expect(wrong).not.toBe(text);
    const { value, problems } = parsed(wrong);
    expect(value).toBeUndefined();
    const lines = wrong.split('\n');
    const line = at === '$' ? lines.length : lines.findIndex((one) => one.includes(at)) + 1;
    expect(problems[0]).toMatchObject({ code, severity: 'error', place: { file, line } });
  });
  test('a lane that stands twice', () => {
    const { value, problems } = parsed(printBaseline(makeBaseline({ lanes: [makeLane(), makeLane()] })));
    expect([value, problems.map(({ code }) => code)]).toEqual([undefined, ['edited-baseline']]);
  });
  test('of very many mistakes some are told', () => {
    const cases = Array.from({ length: 300 }, (_, at) => makeCaseResult(`c${at}`, { passed: 9 }));
    expect(parsed(printBaseline(makeBaseline({ lanes: [makeLane({ cases })] }))).problems).toHaveLength(5);
  });
  test('windows line ends and a byte order mark are let pass', () => {
    expect(parsed(`\ufeff${text.replaceAll('\n', '\r\n')}`).value).toEqual(parsed(text).value);
  });
});

describe('on disk', () => {
  const other: Baseline = makeBaseline({ suite: 'Other', lanes: [makeLane({ suite: 'Other' })] });

  test('none is no problem', async () => {
    const root = await filesOnDisk({});
    expect(await readBaseline(root, 'refund')).toEqual({ value: undefined, problems: [] });
    expect(await listBaselines(root)).toEqual({ value: [], problems: [] });
  });
  test('written, read and listed', async () => {
    const root = await filesOnDisk({ 'evals/baselines/notes.txt': 'x' });
    expect(await writeBaseline(root, other)).toBe(baselineFile('Other'));
    expect(await writeBaseline(root, makeBaseline())).toBe(file);
    expect((await readBaseline(root, 'refund')).value?.suite).toBe('refund');
    const { value, problems } = await listBaselines(root);
    expect([value?.map(({ suite }) => suite), problems]).toEqual([['Other', 'refund'], []]);
  });
  test('under the name of another suite', async () => {
    const root = await filesOnDisk({});
    await writeBaseline(root, makeBaseline());
    const text = await readFile(join(root, file), 'utf8');
    await writeFile(join(root, 'evals/baselines/refunds.json'), text);
    const { value, problems } = await listBaselines(root);
    expect([value?.length, problems.map(({ code }) => code)]).toEqual([1, ['misplaced-baseline']]);
    const read = await readBaseline(root, 'refunds');
    expect([read.value, read.problems.map(({ code }) => code)]).toEqual([undefined, ['misplaced-baseline']]);
  });
  test('what cannot be read', async () => {
    const root = await filesOnDisk({ 'evals/baselines/refund.json/x': '' });
    expect((await readBaseline(root, 'refund')).problems.map(({ code }) => code)).toEqual([
      'unreadable-file',
    ]);
    expect((await listBaselines(root)).problems.map(({ code }) => code)).toEqual(['unreadable-file']);
  });
});
