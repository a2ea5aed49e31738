import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calibration } from '../../src/domain/calibration.ts';
import { calibrationPath } from '../../src/store/calibration-path.ts';
import { parseCalibrations } from '../../src/store/parse-calibrations.ts';
import { printCalibrations } from '../../src/store/print-calibrations.ts';
import { readCalibrations } from '../../src/store/read-calibrations.ts';
import { writeCalibrations } from '../../src/store/write-calibrations.ts';
import { calibrated, makeJudged, makeJudgement, soundOutputs } from '../analyze/calibration/make-judged.ts';
import { filesOnDisk } from '../load/files-on-disk.ts';

const file = 'evals/judges/strict.calibration.json';
const print = (...calibrations: Calibration[]) =>
  printCalibrations({ schemaVersion: 1, judge: 'strict', calibrations });
const small = calibrated([
  makeJudged('b', 'fail', 'pass', { pick: 'discordant' }),
  makeJudged('a', { ana: 'pass', bo: 'pass' }, 'pass', { pick: 'random', padded: makeJudgement('pass') }),
]);

describe('where it lies', () => {
  test.each([
    ['strict', /^strict$/],
    ['openai:gpt-5', /^openai-gpt-5~[0-9a-f]{10}$/],
    ['module:./judge.mjs#ask', /^module-.-judge\.mjs-ask~[0-9a-f]{10}$/],
  ])('%s', (judge, stem) => {
    const path = calibrationPath(judge);
    expect(path.slice('evals/judges/'.length, -'.calibration.json'.length)).toMatch(stem);
  });
});

describe('its text', () => {
  test('is made for git diff', () => {
    expect(print(small)).toBe(`{
  "schemaVersion": 1,
  "judge": "strict",
  "calibrations": [
    {
      "digest": "d1",
      "suite": "refund",
      "check": "polite",
      "grader": "judge",
      "model": {"provider":"openai","id":"big","settings":{"temperature":0},"samples":1},
      "prompt": "evals/judge@v1",
      "promptDigest": "p1",
      "menu": {"fail":0,"pass":1},
      "threshold": 1,
      "served": ["big-1"],
      "labels": {"file":"evals/labels/refund.polite.jsonl","digest":"l1","count":3,"raters":["ana","bo"]},
      "at": "2026-06-01T10:00:00.000Z",
      "evals": "0.1.0",
      "counts": {"truePass":1,"missedPass":0,"trueFail":0,"missedFail":1},
      "sensitivity": {"rate":1,"low":0.025,"high":1},
      "specificity": {"rate":0,"low":0,"high":0.975},
      "j": {"value":0,"low":-0.793451,"high":0.793451},
      "kappa": {"value":0,"low":-0.810938,"high":0.810938},
      "ac1": {"value":0.2,"low":-1,"high":1},
      "humans": {"items":1,"agreement":1,"kappa":{"value":null,"low":null,"high":null},"alpha":null},
      "repeats": {"times":3,"items":0,"flips":0,"share":{"rate":null,"low":0,"high":1}},
      "padding": {"items":1,"helped":0,"harmed":0,"p":1},
      "replies": {"calls":3,"unread":0,"share":{"rate":0,"low":0,"high":0.707598}},
      "ungraded": 0,
      "errored": 0,
      "cost": {"usd":0.003,"calls":3,"inputTokens":300,"outputTokens":30},
      "items": [
        {"id":"a","case":"case-a","output":"1c3d47c07e6e328d","truth":true,"label":"pass","truthScore":1,"judged":true,"verdict":"pass","score":1,"pick":"random"},
        {"id":"b","case":"case-b","output":"cdecdb9963d4d017","truth":false,"label":"fail","truthScore":0,"judged":true,"verdict":"pass","score":1,"pick":"discordant"}
      ]
    }
  ]
}
`);
  });

  test('is the same bytes whatever the order of calibrations, items and keys', () => {
    const other = { ...small, check: 'short', digest: 'd2' };
    const turned = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).reverse()) as T;
    const mixed = turned({
      ...other,
      items: other.items.map(turned).reverse(),
      replies: turned(other.replies),
    });
    expect(print(mixed, turned(small))).toBe(print(small, other));
    expect(print(mixed, small).match(/"check": "\w+"/g)).toEqual(['"check": "polite"', '"check": "short"']);
  });

  test('is read again as it is', () => {
    const text = print(small, calibrated(soundOutputs(), { digest: 'd2', check: 'short' }));
    const again = parseCalibrations(text, file);
    expect(again.problems).toEqual([]);
    expect(printCalibrations(again.value!)).toBe(text);
  });

  test('a menu keeps its order, as names of one score are compared by it', () => {
    const menu = { worse: 0, omits: 0.5, adds: 0.5, agrees: 1 };
    const outputs = [makeJudged('a', 'adds', 'pass', { judgement: makeJudgement('adds', { score: 0.5, passed: true }) })];
    const text = print(calibrated(outputs, { menu, threshold: 0.5 }));
    expect(Object.keys(parseCalibrations(text, file).value!.calibrations[0]!.menu)).toEqual(Object.keys(menu));
  }); // biome-ignore format: one output

  test('any verdicts survive the way to the disk and back', () => {
    const menu = { poor: 0, fair: 1 / 3, good: 2 / 3, best: 1 };
    const names = fc.constantFrom(...Object.keys(menu));
    const output = fc
      .record({ id: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), label: fc.option(names), score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })) })
      .map(({ id, label, score }) =>
        makeJudged(id, label, null, score === null ? {} : { judgement: makeJudgement('good', { score, passed: score >= 2 / 3 }) }),
      ); // biome-ignore format: one output
    fc.assert(
      fc.property(fc.uniqueArray(output, { minLength: 1, selector: ({ id }) => id }), (outputs) => {
        const text = print(calibrated(outputs, { menu, threshold: 2 / 3 }));
        const again = parseCalibrations(text, file);
        expect(again.problems).toEqual([]);
        expect(printCalibrations(again.value!)).toBe(text);
        expect(text.split('\n').filter((line) => line.includes('"id":') && line.includes('"case":'))).toHaveLength(outputs.length);
      }),
    ); // biome-ignore format: one property
  });
});

describe('what cannot be', () => {
  const text = print(
    calibrated([...soundOutputs(), makeJudged('z', null, null, { padded: makeJudgement('pass') })]),
  );
  const item = '"id":"\\"fail\\"-pass-0"';
  const rows: [what: string, from: string | RegExp, to: string, code: string, at: string, says: RegExp][] = [
    ['the marks of a merge', '      "items": [', '<<<<<<< HEAD\n      "items": [', 'calibration-conflict', '<<<<', /merge/],
    ['half a file', /"items": \[[\s\S]*/, '', 'broken-calibration', '$', /no calibration/],
    ['another format', '"schemaVersion": 1', '"schemaVersion": 2', 'newer-calibration', '', /format 2/],
    ['no format', '"schemaVersion": 1', '"schemaVersion": "x"', 'edited-calibration', '', /schemaVersion/],
    ['an unknown key', '      "counts"', '      "count": 1,\n      "counts"', 'edited-calibration', '"digest": "d1"', /count/],
    ['another name', '"judge": "strict"', '"judge": "lax"', 'misplaced-calibration', '', /lax/],
    ['counts that nobody counted', '"truePass":30', '"truePass":31', 'edited-calibration', '"counts"', /"counts" does not follow/],
    ['a share that is too good', /("specificity": \{"rate":)0\.\d+/, '$10.9', 'edited-calibration', '"specificity"', /"specificity" does not follow/],
    ['a better J', /("j": \{"value":)0\.\d+/, '$10.9', 'edited-calibration', '"j":', /"j" does not follow/],
    ['fewer flips than were', '"flips":0,"share"', '"flips":1,"share"', 'edited-calibration', '"repeats"', /"repeats" does not follow/],
    ['more flips than items', '"flips":0,"share"', '"flips":99,"share"', 'edited-calibration', '"repeats"', /"repeats" cannot be counted/],
    ['a p that is too good', /("padding": .*"p":)1/, '$10.5', 'edited-calibration', '"padding"', /"padding" does not follow/],
    ['more unread than replies', /"unread":2/, '"unread":2000', 'edited-calibration', '"replies"', /"replies" cannot/],
    ['a verdict turned round', new RegExp(`(\\{${item.replaceAll('\\', '\\\\')}.*"judged":)true`), '$1false', 'edited-calibration', '"counts"', /does not follow/],
    ['a truth turned round', new RegExp(`(\\{${item.replaceAll('\\', '\\\\')}.*"truth":)false`), '$1true', 'edited-calibration', item, /"fail" fails/],
    ['a label off the menu', new RegExp(`(\\{${item.replaceAll('\\', '\\\\')}.*"label":)"fail"`), '$1"bad"', 'edited-calibration', item, /"bad" is not on the menu/],
    ['a label of another score', new RegExp(`(\\{${item.replaceAll('\\', '\\\\')}.*"truthScore":)0`), '$10.5', 'edited-calibration', item, /"fail" has the score 0/],
    ['a verdict without a score', new RegExp(`(\\{${item.replaceAll('\\', '\\\\')}.*"score":)1`), '$1null', 'edited-calibration', item, /name and a score/],
    ['an item twice', new RegExp(`( *\\{${item.replaceAll('\\', '\\\\')}.*,\n)`), '$1$1', 'edited-calibration', item, /stands twice/],
  ]; // biome-ignore format: a table
  test.each(rows)('%s', (_, from, to, code, at, says) => {
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    const { value, problems } = parseCalibrations(edited, file);
    expect(value).toBeUndefined();
    expect(problems[0]).toMatchObject({ code, message: expect.stringMatching(says) });
    const lines = edited.split('\n');
    const line = at === '' ? 1 : at === '$' ? lines.length : lines.findIndex((one) => one.includes(at)) + 1;
    if (code !== 'misplaced-calibration') expect(problems[0]!.place).toMatchObject({ file, line });
  });
});

test('one question of a suite is calibrated once; the same question in two suites is two', () => {
  const twice = print(small, small);
  expect(parseCalibrations(twice, file).problems[0]).toMatchObject({
    code: 'edited-calibration',
    message: expect.stringContaining('the digest d1 stands twice for "polite" of suite "refund"'),
    place: { line: twice.split('\n').lastIndexOf('      "digest": "d1",') + 1 },
  });
  expect(parseCalibrations(print(small, { ...small, suite: 'triage' }), file).problems).toEqual([]);
});

describe('all of a project', () => {
  test('none, and no problem, where no judge was calibrated', async () => {
    expect(await readCalibrations(await filesOnDisk({}))).toEqual({ value: [], problems: [] });
  });

  test('each judge in a file of its own; one that is broken takes no other with it', async () => {
    const root = await filesOnDisk({});
    const written = await writeCalibrations(root, {
      schemaVersion: 1,
      judge: 'strict',
      calibrations: [small],
    });
    await writeCalibrations(root, { schemaVersion: 1, judge: 'openai:gpt-5', calibrations: [small] });
    expect(written).toBe(file);
    await writeFile(join(root, 'evals/judges/a.calibration.json'), '{');
    await writeFile(join(root, 'evals/judges/notes.md'), 'x');
    const { value, problems } = await readCalibrations(root);
    expect(value!.map(({ judge }) => judge)).toEqual(['openai:gpt-5', 'strict']);
    expect(problems.map(({ code }) => code)).toEqual(['broken-calibration']);
  });
});
