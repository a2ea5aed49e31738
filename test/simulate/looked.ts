import { judgePairs } from '../../src/analyze/gate/judge-pairs.ts';
import { lookAlpha } from '../../src/analyze/looks/look-alpha.ts';
import { gapTest } from '../../src/stats/gap-test.ts';
import { oneCase } from './one-case.ts';
import type { Scenario } from './scenario.ts';

const margin = 0.1;
const seal = { confidence: 0.95, looks: 10, promotions: 1 };

/** A candidate: of each case whether it is lost (−1), won (1) or as before, on the holdout and on what its writer sees. */
type Candidate = { held: Int8Array; seen: Int8Array };

/** How a writer makes the next candidate of the last one, by what was heard of it. */
type Writer = {
  name: string;
  /** Share (0..1) of the inputs on which the next candidate answers anew. */
  fresh(heard: { isAlarm?: boolean }): number;
  asksAlarm?: true;
};

const lost = 0.15;
const won = lost - margin;

function draw(into: Int8Array, fresh: number, random: () => number): Int8Array {
  const next = Int8Array.from(into);
  for (let i = 0; i < next.length; i++) {
    if (random() >= fresh) continue;
    const at = random();
    next[i] = at < lost ? -1 : at < lost + won ? 1 : 0;
  }
  return next;
}

const sum = (states: Int8Array) => states.reduce((total, one) => total + one, 0);
const gain = (states: Int8Array) => {
  const n = states.length;
  const effect = sum(states) / n;
  const square = states.reduce((total, one) => total + one * one, 0) / n;
  return { effect, standardError: Math.sqrt((square - effect ** 2) / n) || 1 / n };
};

/** The gate by counts alone. */
function gateOf(cases: number): (states: Int8Array, alpha: number) => boolean {
  const known = new Map<string, boolean>();
  return (states, alpha) => {
    const losses = states.filter((one) => one < 0).length;
    const gains = states.filter((one) => one > 0).length;
    const key = `${losses} ${gains} ${alpha}`;
    const passes =
      known.get(key) ??
      judgePairs(
        Array.from({ length: cases }, (_, at) =>
          oneCase(at < losses ? [1, 0] : at < losses + gains ? [0, 1] : [1, 1]),
        ),
        { margin, alpha, slices: [] },
      ).verdict === 'PASS';
    known.set(key, passes);
    return passes;
  };
}

/** As many looks as there are, each candidate worse by the margin; PASS where any of them passed. */
function scenario(cases: number, writer: Writer): Scenario {
  const passes = gateOf(cases);
  return {
    table: 'Ten looks at a sealed holdout, by who adapts to what is told',
    name: `${cases} cases, ${writer.name}`,
    ...{ margin, truth: -margin, promise: 0.05 },
    decide(random) {
      const anew = (n: number) => draw(new Int8Array(n), 1, random);
      let now: Candidate = { held: anew(cases), seen: anew(200) };
      let alarms = 0;
      for (let spent = 0; spent < seal.looks; ) {
        spent += 1;
        if (passes(now.held, lookAlpha(seal, alarms))) return { verdict: 'PASS' };
        const heard: { isAlarm?: boolean } = {};
        if (writer.asksAlarm && spent < seal.looks) {
          heard.isAlarm = gapTest(gain(now.seen), gain(now.held)).p <= 0.05;
          [spent, alarms] = [spent + 1, alarms + 1];
        }
        const fresh = writer.fresh(heard);
        now = { held: draw(now.held, fresh, random), seen: draw(now.seen, fresh, random) };
      }
      return { verdict: 'INCONCLUSIVE' };
    },
  };
}

const writers: Writer[] = [
  { name: 'another candidate each time', fresh: () => 1 },
  { name: 'the last one with a tenth changed', fresh: () => 0.1 },
  { name: 'goes on from what gave no alarm', fresh: ({ isAlarm }) => (isAlarm ? 1 : 0.1), asksAlarm: true },
  { name: 'goes on from what gave an alarm', fresh: ({ isAlarm }) => (isAlarm ? 0.1 : 1), asksAlarm: true },
];

/** Candidates that are all worse by the margin. */
export const looked: Scenario[] = [100, 200, 400].flatMap((cases) =>
  writers.map((writer) => scenario(cases, writer)),
);

/** The same holdout with its score told: who climbs by it gets a candidate past the gate that is worse by the margin. */
export const told: Scenario = {
  table: 'A holdout that tells its score',
  name: '100 cases, forty looks',
  ...{ margin, truth: -margin, promise: 0.05 },
  decide(random) {
    const passes = gateOf(100);
    let best = draw(new Int8Array(100), 1, random);
    for (let look = 0; look < 40; look++) {
      const next = draw(best, 0.1, random);
      if (sum(next) > sum(best)) best = next;
    }
    return { verdict: passes(best, 0.05) ? 'PASS' : 'INCONCLUSIVE' };
  },
};
