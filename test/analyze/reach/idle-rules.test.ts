import { expect, test } from 'vitest';
import { idleRules } from '../../../src/analyze/reach/idle-rules.ts';
import type { SuiteReach } from '../../../src/analyze/reach/suite-reach.ts';
import type { Gate } from '../../../src/domain/gate.ts';
import { makeReach, makeReachLane } from './make-reach.ts';

const lanes = [makeReachLane([[1, 1]])];
const told = (gate: Partial<Gate>, more: Partial<SuiteReach> = {}) =>
  idleRules(makeReach(10, gate, { lanes, ...more })).map(({ code, message }) => `${code}: ${message}`);

test.each<[gate: Partial<Gate>, wanted: RegExp[]]>([
  [{}, []],
  [{ floor: { pass: 80 }, margin: 5, slices: ['a'] }, []],
  [{ flips: 2, target: 'suite' }, []],
  [{ floor: { pass: 0 } }, [/idle-gate-key: Suite "s": floor: \{ pass: 0 \} decides nothing, as nothing is below it/]],
  [{ floor: { score: 0 } }, [/floor: \{ score: 0 \}/]],
  [{ errors: 1 }, [/errors: 100%/]],
  [{ flips: 2 }, [/flips decides nothing, as it belongs to target: suite/]],
  [{ flips: 2, target: 'population' }, [/flips decides nothing/]],
  [{ flips: 10, target: 'suite' }, [/flips: 10 decides nothing, as no more than 10 can flip/]],
  [{ flips: 9, target: 'suite' }, []],
  [{ target: 'suite', margin: 5, slices: ['a'], tail: 'assume-smooth' }, [/: margin decides/, /: slices decides/, /: tail decides/]],
  [{ critical: 'fail' }, [/no-critical/]],
])('%j', (gate, wanted) => {
  const found = told(gate);
  expect(found).toHaveLength(wanted.length);
  for (const [index, one] of wanted.entries()) expect(found[index]).toMatch(one);
}); // biome-ignore format: a table

test('critical with a case that has the tag, and with one that almost has it', () => {
  const tagged = (tag: string) => ({ cases: [{ weight: 1, tags: [tag] }] });
  expect(told({ critical: 'fail' }, tagged('critical'))).toEqual([]);
  const [problem] = idleRules(makeReach(1, { critical: 'warn' }, { lanes, ...tagged('critcal') }));
  expect(problem?.hint).toBe('Is "critcal" meant? The tag is "critical".');
});

test('keys of the comparison without a baseline', () => {
  expect(told({ margin: 5, slices: ['a'], compare: 'baseline' }, { lanes: [] })).toEqual([
    'no-baseline-yet: Suite "s" has no baseline, so compare, margin, slices in its gate decide nothing yet.',
  ]);
  expect(told({ floor: { pass: 80 } }, { lanes: [] })).toEqual([]);
  // Nobody wrote what a suite without a gate has.
  expect(told({ target: 'suite' }, { lanes: [], hasGate: false })).toEqual([]);
});

test('an arm whose lane has no baseline', () => {
  const arms = [
    { id: 'p@v4 · fast', lane: 'p · fast' },
    { id: 'p@v4 · slow', lane: 'p · slow' },
  ];
  expect(told({}, { arms })).toEqual([
    'arm-without-baseline: "p@v4 · slow" of suite "s" is held against nothing: its baseline has p · fast.',
  ]);
});
