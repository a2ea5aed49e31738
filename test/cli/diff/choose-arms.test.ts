import { describe, expect, test } from 'vitest';
import { chooseArms } from '../../../src/cli/diff/choose-arms.ts';
import { makeArm } from './make-arm.ts';

const matrix = ['tone@v3 · openai:gpt-5', 'tone@v4 · openai:gpt-5', 'tone@v3 · openai:gpt-5-mini', 'tone@v4 · openai:gpt-5-mini']; // biome-ignore format: a list
const arms = matrix.map((id) => makeArm(id));
const choose = (...parts: string[]) => {
  const { value, problems } = chooseArms(arms, parts, 'run x');
  return value ? value.map(({ arm }) => arm.id) : problems.map(({ code, message }) => `${code}: ${message}`);
};

describe('a part is', () => {
  test.each<[parts: string[], chosen: number[]]>([
    [[], [0, 1, 2, 3]],
    [['tone@v3'], [0, 2]],
    [['v4'], [1, 3]],
    [['openai:gpt-5'], [0, 1]],
    [['mini'], [2, 3]],
    [['v3', 'mini'], [2]],
    [['mini', 'v3'], [2]],
    [['tone@v4 · openai:gpt-5'], [1]],
    [['tone · openai:gpt-5'], [0, 1]],
    [['tone'], [0, 1, 2, 3]],
    [['v4 · openai:gpt-5-m'], [3]],
  ])('%j', (parts, chosen) => {
    expect(choose(...parts)).toEqual(chosen.map((at) => matrix[at]));
  });
});

test('a part that several names have is refused with all of them', () => {
  expect(choose('gpt')).toEqual([
    'ambiguous-arm: "gpt" fits several in suite "s" of run x: openai:gpt-5, openai:gpt-5-mini.',
  ]);
  expect(choose('tone@')).toEqual([
    'ambiguous-arm: "tone@" fits several in suite "s" of run x: tone@v3, tone@v4.',
  ]);
});

test('what fits nothing is refused, with what was probably meant', () => {
  const { value, problems } = chooseArms(arms, ['openai:gtp-5'], 'run x');
  expect(value).toBeUndefined();
  expect(problems).toMatchObject([{ code: 'unknown-arm', hint: 'Did you mean "openai:gpt-5"?' }]);
  expect(choose('mini', 'claude')).toEqual(['unknown-arm: Nothing in run x is called "claude".']);
});

test('each suite is asked by itself; one without such an arm is left out', () => {
  const two = [makeArm('fast', 'a'), makeArm('slow', 'a'), makeArm('faster', 'b'), makeArm('slow', 'c')];
  const ids = (...parts: string[]) =>
    chooseArms(two, parts, 'run x').value?.map(({ suite, arm }) => `${suite} ${arm.id}`);
  expect(ids('fast')).toEqual(['a fast', 'b faster']);
  expect(ids('slow')).toEqual(['a slow', 'c slow']);
});
