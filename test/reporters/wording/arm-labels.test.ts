import { expect, test } from 'vitest';
import { armLabels } from '../../../src/reporters/wording/arm-labels.ts';

const arm = (prompt: string | undefined, model: string) => ({ arm: `${prompt} · ${model}`, prompt, model });

test.each([
  ['one prompt', [arm('p@v1', 'a'), arm('p@v1', 'b')], ['a', 'b']],
  ['no prompt', [arm(undefined, 'a'), arm(undefined, 'b')], ['a', 'b']],
  ['one model', [arm('p@v1', 'a'), arm('p@v2', 'a')], ['p@v1', 'p@v2']],
  ['both differ', [arm('p@v1', 'a'), arm('p@v2', 'b')], ['p@v1 · a', 'p@v2 · b']],
])('%s', (_name, arms, labels) => expect(armLabels(arms)).toEqual(labels));
