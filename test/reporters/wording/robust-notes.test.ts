import { expect, test } from 'vitest';
import type { Comparison } from '../../../src/domain/comparison.ts';
import type { RobustChange } from '../../../src/domain/robustness.ts';
import { robustNotes } from '../../../src/reporters/wording/robust-notes.ts';

const change = (
  kind: string | undefined,
  parents: number,
  before: number,
  after: number,
  p = 1,
): RobustChange => ({
  ...(kind === undefined ? {} : { kind }),
  ...{ parents, before, after, p, isWidened: p <= 0.05 },
});
const told = (robustness?: RobustChange[]) =>
  robustNotes({ robustness } as Comparison).map(({ text, isGrave }) => `${isGrave ? '! ' : ''}${text}`);

test.each<[string, RobustChange[] | undefined, string[]]>([
  ['nothing', undefined, []],
  ['nothing moved', [change(undefined, 40, 36, 36)], []],
  ['proven', [change(undefined, 48, 44, 34, 0.012), change('injection', 48, 44, 34, 0.012), change('typo', 48, 48, 47, 0.5)], [
    '! robustness gap widened: all kinds 91.7 → 70.8 % of 48 parents (p = .01), injection 91.7 → 70.8 % of 48 parents (p = .01)',
  ]],
  ['not proven', [change(undefined, 20, 18, 17, 0.5), change('injection', 12, 12, 11, 0.5), change('emoji', 2, 2, 0, 0.25)], [
    'robustness: injection 100 → 91.7 % of 12 parents, all kinds 90.0 → 85.0 % of 20 parents; not proven',
  ]],
])('%s', (_, robustness, notes) => {
  expect(told(robustness)).toEqual(notes);
}); // biome-ignore format: a table
