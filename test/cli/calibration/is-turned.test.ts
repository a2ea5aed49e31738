import { expect, test } from 'vitest';
import { isTurned } from '../../../src/cli/calibration/is-turned.ts';
import type { Check } from '../../../src/domain/check.ts';
import { all } from '../../../src/graders/all.ts';
import { judge } from '../../../src/graders/judge.ts';
import { not } from '../../../src/graders/not.ts';
import { judgingOf } from '../../graders/judged.ts';

const judging = await judgingOf('judge');
const plain = { weight: 1, not: false, options: {}, source: null };
const asks = (more: Partial<Check> = {}): Check => ({
  ...plain,
  grader: judge,
  name: 'polite',
  value: 'kind?',
  judging,
  ...more,
});
const held = (grader: Check['grader'], value: Check | Check[], more: Partial<Check> = {}): Check => ({
  ...plain,
  grader,
  name: grader.name,
  value,
  ...more,
});
const turned = { not: true };

test.each<[what: string, checks: Check[], expected: boolean | undefined]>([
  ['as it is', [asks()], false],
  ['with not: true', [asks(turned)], true],
  ['in all', [held(all, [asks({ name: 'short' }), asks()])], false],
  ['in not', [held(not, asks())], true],
  ['in all with not: true', [held(all, [asks()], turned)], true],
  ['in not with not: true', [held(not, asks(), turned)], false],
  ['turned twice', [held(not, held(all, [asks(turned)]))], false],
  ['not there', [held(all, [asks({ name: 'short' })])], undefined],
])('%s', (_, checks, expected) => {
  expect(isTurned(checks, 'polite')).toBe(expected);
}); // biome-ignore format: a row a line
