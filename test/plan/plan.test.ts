import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Model } from '../../src/domain/model.ts';
import type { Prompt } from '../../src/domain/prompt.ts';
import type { Suite } from '../../src/domain/suite.ts';
import { plan } from '../../src/plan/plan.ts';
import { reordered } from '../../src/plan/reordered.ts';
import { toTrial } from '../../src/plan/to-trial.ts';
import { makeCase } from './make-case.ts';

const modelOf = (name: string): Model => ({
  name,
  provider: name.split(':')[0]!,
  id: 'x',
  settings: {},
  options: {},
});
const promptOf = (version: number): Prompt => ({
  name: 'reply', version, id: `reply@v${version}`, file: `prompts/reply/v${version}.md`, variables: ['message'],
  settings: { temperature: 0 }, messages: [{ role: 'user', template: `v${version}: {{ message }}`, line: 1 }],
  partials: {}, tools: [], source: '', digest: String(version),
}); // biome-ignore format: a record

const suiteOf = (count: number, more: Partial<Suite> = {}): Suite => ({
  name: 'suite', file: 'evals/suite.eval.yaml', prompts: [], models: [modelOf('a:x')], questions: [],
  cases: { count, read: (index) => makeCase({ id: String(index) }), close: async () => {} },
  casesInSuite: count, repeat: 1, gate: { confidence: 0.95, slices: [], errors: 0 }, hasGate: false, digest: '', ...more,
}); // biome-ignore format: a record

const keys = (planned: ReturnType<typeof plan>, isMine = () => true) =>
  [...planned.lots(isMine)].map(({ arm, index, repeat }) => `${arm.id} ${index} ${repeat}`);

test('every case meets every arm, as often as the suite says, and once each', () => {
  const counts = fc.record({
    cases: fc.nat(12),
    prompts: fc.nat(3),
    models: fc.integer({ min: 1, max: 3 }),
    repeat: fc.integer({ min: 1, max: 3 }),
    seed: fc.nat(),
  });
  fc.assert(
    fc.property(counts, ({ cases, prompts, models, repeat, seed }) => {
      const suite = suiteOf(cases, {
        repeat,
        prompts: Array.from({ length: prompts }, (_, at) => promptOf(at + 1)),
        models: Array.from({ length: models }, (_, at) => modelOf(`p${at}:x`)),
      });
      const planned = plan([suite], { seed });
      const all = keys(planned);
      expect(all).toHaveLength(cases * Math.max(1, prompts) * models * repeat);
      expect(planned.total).toBe(all.length);
      expect(new Set(all).size).toBe(all.length);
      expect(keys(plan([suite], { seed }))).toEqual(all);
    }),
  );
});

test('arms take turns, case by case', () => {
  const planned = plan([suiteOf(3, { models: [modelOf('a:x'), modelOf('b:x')] })], { seed: 5 });
  const names = [...planned.lots(() => true)].map(({ arm }) => arm.id);
  expect(names).toEqual(['a:x', 'b:x', 'a:x', 'b:x', 'a:x', 'b:x']);
});

test('reordered, a case has all its repeats in all arms before the next one', () => {
  const suite = suiteOf(3, { models: [modelOf('a:x'), modelOf('b:x')], repeat: 2 });
  const other = suiteOf(2, { name: 'other' });
  const before = plan([suite, other], { seed: 5 });
  const after = reordered(before, new Map([['suite', Uint32Array.from([2, 0, 1])]]));
  const told = [...after.lots(() => true)].map(
    (lot) => `${lot.suite.name} ${lot.index} ${lot.repeat} ${lot.arm.id}`,
  );
  expect(told.slice(0, 6)).toEqual([
    'suite 2 1 a:x',
    'suite 2 1 b:x',
    'suite 2 2 a:x',
    'suite 2 2 b:x',
    'suite 0 1 a:x',
    'suite 0 1 b:x',
  ]);
  expect([...keys(after)].sort()).toEqual([...keys(before)].sort());
  expect(after.suites[1]!.order).toEqual(before.suites[1]!.order);
});

test('a pool gets the lots of its own arms', () => {
  const planned = plan([suiteOf(3, { models: [modelOf('a:x'), modelOf('b:x')] })], { seed: 5 });
  const mine = [...planned.lots(({ model }) => model.provider === 'b')];
  expect(mine.map(({ arm }) => arm.id)).toEqual(['b:x', 'b:x', 'b:x']);
});

test('a sample is drawn by the seed, and a larger one holds the smaller', () => {
  const draw = (sample: number, seed: number) => [...plan([suiteOf(100)], { seed, sample }).suites[0]!.order];
  expect(draw(10, 1)).toHaveLength(10);
  expect(draw(10, 1)).toEqual(draw(10, 1));
  expect(draw(10, 2)).not.toEqual(draw(10, 1));
  expect(draw(20, 1).slice(0, 10)).toEqual(draw(10, 1));
  expect(draw(1000, 1)).toHaveLength(100);
});

test('lanes pair a version with the one before', () => {
  const { suites } = plan([suiteOf(1, { prompts: [promptOf(3), promptOf(4)] })], { seed: 1 });
  expect(suites[0]!.arms.map(({ id, lane }) => [id, lane])).toEqual([
    ['reply@v3 · a:x', 'reply · a:x'],
    ['reply@v4 · a:x', 'reply · a:x'],
  ]);
});

test('a trial has the prompt filled; its settings win over those of the model', () => {
  const suite = suiteOf(1, {
    prompts: [promptOf(2)],
    models: [{ ...modelOf('a:x'), settings: { temperature: 1, topP: 0.5 } }],
  });
  const [lot] = plan([suite], { seed: 1 }).lots(() => true);
  const one = makeCase({ id: 'c', vars: { message: '{{ hi }}' }, meta: { a: 1 }, expect: 'secret' });
  const trial = toTrial()(lot!, one);
  expect(trial.id).toBe('suite/c#reply@v2 · a:x#1');
  expect(trial.request).toEqual({
    messages: [{ role: 'user', content: 'v2: {{ hi }}' }],
    settings: { temperature: 0, topP: 0.5 },
    tools: [],
    outputSchema: undefined,
    suite: 'suite',
    prompt: 'reply@v2',
    case: { id: 'c', vars: { message: '{{ hi }}' }, meta: { a: 1 } },
    repeat: 1,
  });
  expect(JSON.stringify(trial.request)).not.toContain('secret');
});

test.each([
  [{ input: 'hello' }, 'hello'],
  [{ input: { a: 1 } }, '{"a":1}'],
  [{ input: 0 }, '0'],
  [{ a: 1, b: 'x' }, '{"a":1,"b":"x"}'],
])('without a prompt the variables %j are what the user says', (vars, content) => {
  const [lot] = plan([suiteOf(1)], { seed: 1 }).lots(() => true);
  expect(toTrial()(lot!, makeCase({ vars })).request.messages).toEqual([{ role: 'user', content }]);
});
