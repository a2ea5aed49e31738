import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import { type At, say } from './say.ts';

const points = (share: number) => `${Number((share * 100).toFixed(6))}`;

/** What a gate can never say, or does not look at, though its suite is sound. Shares are 0..1. */
export const reachProblems = {
  cannotPass: (
    x: At & { suite: string; margin: number; cases: number; least: number; why?: string; enough?: number },
  ) =>
    say.warning(
      'cannot-pass',
      x.why === undefined
        ? `Suite "${x.suite}" cannot PASS at margin ${points(x.margin)} unless answers get better: ${count(x.least, 'case')} are the minimum, you have ${thousands(x.cases)}.`
        : `Suite "${x.suite}" cannot PASS at margin ${points(x.margin)} unless answers get better: ${x.why}.`,
      x.enough === undefined
        ? 'Write more cases. If these are all that matters, "target: suite" looks at each of them; a floor needs no number.'
        : `Write more cases, or allow a margin of ${points(x.enough)} points.`,
      x,
    ),
  unlikelyPass: (
    x: At & {
      suite: string;
      arm: string;
      margin: number;
      cases: number;
      needed: number;
      discordance: number;
    },
  ) =>
    say.warning(
      'unlikely-pass',
      `Suite "${x.suite}" will often be INCONCLUSIVE for "${x.arm}" though nothing has changed: where ${percent(x.discordance)} of the answers differ by chance, margin ${points(x.margin)} needs about ${count(x.needed, 'case')}, you have ${thousands(x.cases)}.`,
      'Write more cases, ask each more often (repeat), or allow a greater margin.',
      x,
    ),
  cannotFail: (x: At & { suite: string; cases: number }) =>
    say.warning(
      'cannot-fail',
      `The comparison of suite "${x.suite}" can never FAIL: ${x.cases === 1 ? 'one case proves' : `${count(x.cases, 'case')} prove`} no drop, though all were lost.`,
      'Write more cases. If these are all that matters, "target: suite" looks at each of them; or set a floor.',
      x,
    ),
  smallSlice: (
    x: At & { suite: string; tag: string; cases: number; least: number; margin: number; canFail: boolean },
  ) =>
    say.warning(
      'small-slice',
      `Slice "${x.tag}" of suite "${x.suite}" has ${count(x.cases, 'case')}, and margin ${points(x.margin)} needs ${thousands(x.least)}: it ${x.canFail ? 'can FAIL, and never holds a PASS up' : 'can neither FAIL nor hold a PASS up'}.`,
      `Tag more cases with "${x.tag}", or mark the ones that must not fail as critical.`,
      x,
    ),
  noCritical: (x: At & { suite: string; suggestion?: string }) =>
    say.warning(
      'no-critical',
      `Suite "${x.suite}" names critical cases in its gate, and no case has the tag "critical".`,
      x.suggestion === undefined
        ? 'Add the tag to the cases that must not fail, or take the rule out.'
        : `Is "${x.suggestion}" meant? The tag is "critical".`,
      x,
    ),
  idleGateKey: (x: At & { suite: string; key: string; why: string; hint: string }) =>
    say.warning('idle-gate-key', `Suite "${x.suite}": ${x.key} decides nothing, as ${x.why}.`, x.hint, x),
  noBaselineYet: (x: At & { suite: string; keys: readonly string[] }) =>
    say.warning(
      'no-baseline-yet',
      `Suite "${x.suite}" has no baseline, so ${x.keys.join(', ')} in its gate ${x.keys.length === 1 ? 'decides' : 'decide'} nothing yet.`,
      '"evals baseline accept" makes one of a run.',
      x,
    ),
  armWithoutBaseline: (x: At & { suite: string; arm: string; lanes: readonly string[] }) =>
    say.warning(
      'arm-without-baseline',
      `"${x.arm}" of suite "${x.suite}" is held against nothing: its baseline has ${say.list(x.lanes)}.`,
      '"evals baseline accept" adds it, from a run in which it was asked.',
      x,
    ),
  floorOverBaseline: (
    x: At & { suite: string; arm: string; floor: number; rate: number; failing: readonly string[] },
  ) =>
    say.warning(
      'floor-over-baseline',
      `The floor of ${percent(x.floor)} of suite "${x.suite}" is above what its baseline reaches with "${x.arm}": ${percent(x.rate)}.${x.failing.length > 0 ? ` These fail there: ${x.failing.join(', ')}.` : ''}`,
      'Until they pass the gate fails whatever changes: mend them, lower the floor, or leave them out with evals/quarantine.yaml.',
      x,
    ),
};
