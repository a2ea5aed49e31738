import { describe, expect, test } from 'vitest';
import type { NamedArm } from '../../../src/cli/diff/diff-side.ts';
import { pairArms } from '../../../src/cli/diff/pair-arms.ts';
import { makeArm } from './make-arm.ts';

const ids = (arms: readonly NamedArm[]) => arms.map(({ arm }) => arm.id);
const pair = (before: string[], after: string[]) => {
  const { pairs, onlyBefore, onlyAfter, unclear } = pairArms(
    before.map((id) => makeArm(id)),
    after.map((id) => makeArm(id)),
  );
  return {
    pairs: pairs.map((one) => `${one.before.arm.id} > ${one.after.arm.id}`),
    only: [ids(onlyBefore), ids(onlyAfter)],
    unclear: unclear.map((one) => [ids(one.before), ids(one.after)]),
  };
};

describe('in one suite', () => {
  test.each<[title: string, before: string[], after: string[], pairs: string[], only: string[][]]>([
    ['one against one, of one lane', ['p@v3 · a'], ['p@v4 · a'], ['p@v3 · a > p@v4 · a'], [[], []]],
    ['one against one, two models', ['p@v3 · a'], ['p@v3 · b'], ['p@v3 · a > p@v3 · b'], [[], []]],
    ['one against one, nothing alike', ['p@v3 · a'], ['c'], ['p@v3 · a > c'], [[], []]],
    ['two lanes each', ['p@v3 · a', 'p@v3 · b'], ['p@v4 · b', 'p@v4 · a'], ['p@v3 · a > p@v4 · a', 'p@v3 · b > p@v4 · b'], [[], []]],
    ['a lane that is new', ['p@v3 · a'], ['p@v4 · a', 'p@v4 · b'], ['p@v3 · a > p@v4 · a'], [[], ['p@v4 · b']]],
    ['a lane that is gone', ['a', 'b'], ['a'], ['a > a'], [['b'], []]],
    ['one before, the lane twice after', ['p@v3 · a'], ['p@v3 · a', 'p@v4 · a'], ['p@v3 · a > p@v3 · a', 'p@v3 · a > p@v4 · a'], [[], []]],
    ['the same matrix twice', ['p@v3 · a', 'p@v4 · a'], ['p@v3 · a', 'p@v4 · a'], ['p@v3 · a > p@v3 · a', 'p@v4 · a > p@v4 · a'], [[], []]],
    ['two models, prompt by prompt', ['p@v1 · a', 'p@v2 · a'], ['p@v2 · b', 'p@v1 · b'], ['p@v1 · a > p@v1 · b', 'p@v2 · a > p@v2 · b'], [[], []]],
    ['two models, of one a prompt more', ['p@v1 · a', 'p@v2 · a'], ['p@v2 · b'], ['p@v2 · a > p@v2 · b'], [['p@v1 · a'], []]],
    ['a version that is dropped', ['p@v3 · a', 'p@v4 · a'], ['p@v4 · a'], ['p@v4 · a > p@v4 · a'], [['p@v3 · a'], []]],
  ])('%s', (_, before, after, pairs, only) => {
    expect(pair(before, after)).toEqual({ pairs, only, unclear: [] });
  }); // biome-ignore format: a table

  test.each([
    ['no lane in common', ['a', 'b'], ['c', 'd']],
    ['one model, and two others', ['a'], ['c', 'd']],
    ['one model, and two others, of one prompt', ['p@v1 · a'], ['p@v1 · c', 'p@v1 · d']],
    ['other models and other prompts', ['p@v1 · a', 'q@v1 · a'], ['p@v2 · b', 'q@v2 · b']],
    ['several in a lane, none the same', ['p@v1 · a', 'p@v2 · a'], ['p@v3 · a']],
    ['several in a lane, some the same', ['p@v1 · a', 'p@v2 · a'], ['p@v2 · a', 'p@v3 · a']],
  ])('unclear: %s', (_, before, after) => {
    expect(pair(before, after)).toEqual({ pairs: [], only: [[], []], unclear: [[before, after]] });
  });
});

test('suites pair by their name, whatever their order, and the others are nobody’s partner', () => {
  const before = [makeArm('a', 'x'), makeArm('a', 'y'), makeArm('a', 'z')];
  const after = [makeArm('b', 'y'), makeArm('b', 'x'), makeArm('b', 'w')];
  const { pairs, onlyBefore, onlyAfter, unclear } = pairArms(before, after);
  expect(pairs.map((one) => [one.before.suite, one.after.suite, one.after.arm.id])).toEqual([
    ['x', 'x', 'b'],
    ['y', 'y', 'b'],
  ]);
  expect([onlyBefore, onlyAfter, unclear]).toEqual([[], [], []]);
});
