import { expect, test } from 'vitest';
import { inputChanges } from '../../../src/analyze/compare/input-changes.ts';
import type { ArmResults } from '../../../src/domain/arm-results.ts';
import type { RunArm } from '../../../src/domain/run.ts';
import { makeSide, plainArm } from './make-results.ts';

const changes = (
  before: Partial<RunArm>,
  after: Partial<RunArm>,
  other: Partial<ArmResults> = {},
  regraded = 0,
) =>
  inputChanges(
    {
      baseline: makeSide([], { arm: { ...plainArm, ...before } }),
      candidate: makeSide([], { arm: { ...plainArm, ...after }, ...other }),
    },
    { regraded, pairs: 7 },
  );

test('two sides that ask the same differ in nothing', () => {
  expect(changes({}, {})).toEqual([]);
});

test.each<[string, Partial<RunArm>, Partial<RunArm>, object]>([
  [
    'the prompt',
    {},
    { prompt: 'p@v2', promptDigest: 'bbbb' },
    { what: 'prompt', before: 'p@v1', after: 'p@v2' },
  ],
  [
    'a prompt that was edited',
    {},
    { promptDigest: 'b'.repeat(64) },
    { what: 'prompt', before: 'p@v1 (aaaa)', after: 'p@v1 (bbbbbbbbbbbb)' },
  ],
  ['the model', {}, { modelId: 'm-2' }, { what: 'model', before: 'openai:m-1', after: 'openai:m-2' }],
  [
    'settings',
    { settings: { temperature: 0 } },
    { settings: { temperature: 1 } },
    { what: 'settings', before: '{"temperature":0}', after: '{"temperature":1}' },
  ],
  [
    'options',
    { options: { a: 1 } },
    { options: { a: 2 } },
    { what: 'options', before: '{"options":{"a":1}}', after: '{"options":{"a":2}}' },
  ],
  ['fallbacks', {}, { fallback: ['x'] }, { what: 'options', before: 'none', after: '{"fallback":["x"]}' }],
  [
    'files',
    { files: { 'a.py': '1', 'b.py': '2' } },
    { files: { 'b.py': '3', 'c.py': '4' } },
    { what: 'files', before: 'a.py 1, b.py 2, c.py none', after: 'a.py none, b.py 3, c.py 4' },
  ],
])('%s', (_name, before, after, expected) => {
  expect(changes(before, after)).toEqual([expected]);
});

test('the same text under another number is the same prompt, and the order of settings is none', () => {
  expect(changes({}, { prompt: 'p@v2' })).toEqual([]);
  expect(changes({ settings: { a: 1, b: 2 } }, { settings: { b: 2, a: 1 } })).toEqual([]);
});

test('ids that were served, repeats, and graders', () => {
  const baseline = makeSide([], { served: { 'm-1': 5 } });
  const candidate = makeSide([], { served: { 'm-1': 1, 'm-2': 9 }, repeat: 3 });
  expect(inputChanges({ baseline, candidate }, { regraded: 3, pairs: 7 })).toEqual([
    { what: 'served', before: 'm-1', after: 'm-1, m-2' },
    { what: 'graders', before: '10 cases', after: '3 cases of them graded otherwise' },
    { what: 'repeat', before: '1', after: '3' },
  ]);
  expect(changes({}, {}, { served: { 'm-1': 1 } })).toEqual([]);
});

test('the texts of both prompts make a diff', () => {
  const baseline = makeSide([], {}, { promptText: 'Be kind.\n' });
  const candidate = makeSide(
    [],
    { arm: { ...plainArm, prompt: 'p@v2', promptDigest: 'b' } },
    { promptText: 'Be brief.\n' },
  );
  const [change] = inputChanges({ baseline, candidate }, { regraded: 0, pairs: 1 });
  expect(change?.diff).toContain('-Be kind.\n+Be brief.');
});
