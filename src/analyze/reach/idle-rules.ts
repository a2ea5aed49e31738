import type { Gate } from '../../domain/gate.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { closest } from '../../text/closest.ts';
import type { SuiteReach } from './suite-reach.ts';

type Idle = { key: string; why: string; hint: string };

const takeOut = 'Take it out, or say what it should guard.';

/** Keys of the comparison that are there, as they are written. */
function comparisonKeys({ compare, target, margin, slices, flips, tail }: Gate): string[] {
  const given = { compare, target, margin, slices: slices.length > 0 ? slices : undefined, flips, tail };
  return Object.entries(given).flatMap(([key, value]) => (value === undefined ? [] : [key]));
}

/** Rules that can never be broken, and keys that this gate does not look at. */
function idleKeys({ gate, cases }: SuiteReach): Idle[] {
  const { floor, errors, flips, target } = gate;
  const zero = (['pass', 'score'] as const).filter((key) => floor?.[key] === 0);
  const ofPopulation = comparisonKeys(gate).filter((key) => ['margin', 'slices', 'tail'].includes(key));
  return [
    ...zero.map((key) => ({ key: `floor: { ${key}: 0 }`, why: 'nothing is below it', hint: takeOut })),
    ...(errors >= 1
      ? [{ key: 'errors: 100%', why: 'every trial may then go without a verdict', hint: takeOut }]
      : []),
    ...(flips !== undefined && target !== 'suite'
      ? [
          {
            key: 'flips',
            why: 'it belongs to target: suite',
            hint: 'Set target: suite if each of these cases matters by itself; else take it out.',
          },
        ]
      : []),
    ...(flips !== undefined && target === 'suite' && flips >= cases.length
      ? [{ key: `flips: ${flips}`, why: `no more than ${cases.length} can flip`, hint: takeOut }]
      : []),
    ...(target === 'suite' ? ofPopulation : []).map((key) => ({
      key,
      why: 'target: suite counts the cases that flip',
      hint: 'Take it out, or set target: population.',
    })),
  ];
}

/** What a gate says and nobody hears: rules that nothing can break, and keys that do nothing without others. */
export function idleRules(one: SuiteReach): Problem[] {
  const { suite, gate, hasGate, cases, lanes } = one;
  const keys = hasGate ? comparisonKeys(gate) : [];
  const tags = [...new Set(cases.flatMap((each) => each.tags))];
  const hasCritical = gate.critical === undefined || tags.includes('critical');
  const suggestion = closest('critical', tags);
  return [
    ...(hasCritical ? [] : [problems.noCritical({ suite, ...(suggestion ? { suggestion } : {}) })]),
    ...idleKeys(one).map((idle) => problems.idleGateKey({ suite, ...idle })),
    ...(lanes.length === 0 && keys.length > 0 ? [problems.noBaselineYet({ suite, keys })] : []),
    ...armsWithout(one),
  ];
}

function armsWithout({ suite, arms, lanes }: SuiteReach): Problem[] {
  if (lanes.length === 0) return [];
  const known = lanes.map(({ arm }) => arm.lane);
  const without = arms.filter(({ lane }) => !known.includes(lane));
  return without.map(({ id }) => problems.armWithoutBaseline({ suite, arm: id, lanes: known }));
}
