import { describe, expect, test } from 'vitest';
import { asksTheSame } from '../../../src/cli/canary/asks-the-same.ts';
import { storedModel } from '../../../src/cli/canary/stored-model.ts';
import type { Model } from '../../../src/domain/model.ts';
import type { RunArm } from '../../../src/domain/run.ts';

const arm: RunArm = {
  id: 'p@v1 · fast',
  lane: 'p · fast',
  prompt: 'p@v1',
  promptDigest: 'd1',
  model: 'fast',
  provider: 'openai',
  modelId: 'gpt-5-mini',
  settings: { temperature: 0 },
  options: { organization: 'us' },
  deterministic: false,
};
const today: Model = {
  name: 'fast',
  provider: 'openai',
  id: 'gpt-5-mini',
  settings: { temperature: 1 },
  options: { organization: 'us' },
  price: { input: 1, output: 2 },
};

describe('the model of a baseline', () => {
  test('is the one of today with the settings of then', () => {
    expect(storedModel(today, arm, arm)).toEqual({ ...today, settings: { temperature: 0 } });
  });

  test.each<[string, Partial<RunArm>]>([
    ['id', { modelId: 'gpt-4' }],
    ['provider', { provider: 'anthropic' }],
    ['options', { options: { organization: 'them' } }],
    ['options that are no more', { options: undefined }],
  ])('has a name of its own where its %s differs, as both are opened', (_, then) => {
    const found = storedModel(today, { ...arm, ...then }, arm);
    const { modelId: id = 'gpt-5-mini', provider = 'openai' } = then;
    const options = 'options' in then ? (then.options ?? {}) : today.options;
    expect(found).toEqual({
      ...today,
      name: 'fast (of the baseline)',
      id,
      provider,
      options,
      settings: { temperature: 0 },
    });
  });
});

describe('two arms ask the same', () => {
  test.each<[Partial<RunArm>, boolean]>([
    [{}, true],
    [
      { id: 'other', prompt: 'p@v9', model: 'x', lane: 'y', isDistant: true, address: 'http://elsewhere' },
      true,
    ],
    [{ settings: { temperature: 1 } }, false],
    [{ promptDigest: 'd2' }, false],
    [{ modelId: 'gpt-4' }, false],
    [{ provider: 'anthropic' }, false],
    [{ options: undefined }, false],
    [{ fallback: ['slow'] }, false],
    [{ files: { 'app.ts': 'f' } }, false],
  ])('%o: %s', (more, isSame) => {
    expect(asksTheSame(arm, { ...arm, ...more })).toBe(isSame);
  });
});
