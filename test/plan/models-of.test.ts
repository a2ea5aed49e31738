import { expect, test } from 'vitest';
import type { Arm } from '../../src/domain/arm.ts';
import { modelsOf } from '../../src/plan/models-of.ts';
import type { PlannedSuite } from '../../src/plan/plan.ts';

const arm = (name: string): Arm => ({
  model: { name, provider: 'embedded', id: 'echo', settings: {}, options: {} },
  id: name,
  lane: name,
});
const suite = (...names: string[]) => ({ arms: names.map(arm) }) as PlannedSuite;

test('each model once, in the order in which they are first asked', () => {
  const models = modelsOf({ suites: [suite('b', 'a'), suite('a', 'c')] });
  expect(models.map(({ name }) => name)).toEqual(['b', 'a', 'c']);
});
