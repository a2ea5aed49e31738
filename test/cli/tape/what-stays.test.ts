import { expect, test } from 'vitest';
import { whatStays } from '../../../src/cli/tape/what-stays.ts';

const selection = { suites: [], seed: 1 };
const stayed = (scope: Partial<Parameters<typeof whatStays>[0]>) => {
  const stays = whatStays({ selection, suites: new Set(['s']), isWhole: true, ...scope });
  return ['s', 't'].filter((suite) => stays?.({ suite, case: 'c', model: 'm', repeat: 1 }));
};

test.each([
  { name: 'a run of everything', scope: {}, stays: [] },
  { name: 'whole suites', scope: { selection: { ...selection, suites: ['s'] } }, stays: ['t'] },
  { name: 'chosen cases', scope: { selection: { ...selection, cases: ['c*'] } }, stays: ['s', 't'] },
  { name: 'the failed ones', scope: { selection: { ...selection, earlier: { run: 'latest', statuses: ['failed' as const] } } }, stays: ['s', 't'] },
  { name: 'chosen models', scope: { selection: { ...selection, models: ['m'] } }, stays: ['s', 't'] },
  { name: 'chosen prompts', scope: { selection: { ...selection, prompts: ['p'] } }, stays: ['s', 't'] },
  { name: 'fewer repeats', scope: { selection: { ...selection, repeat: 1 } }, stays: ['s', 't'] },
  { name: 'a run that was cut off', scope: { isWhole: false }, stays: ['s', 't'] },
])('after $name, of the suites $stays', ({ scope, stays }) => {
  expect(stayed(scope)).toEqual(stays);
}); // biome-ignore format: rows
