import type { RunSuite } from '../../domain/run.ts';
import type { Ruling } from '../../domain/summary.ts';
import { element } from './element.ts';
import { type JunitOutcome, outcomeOf } from './outcome-of.ts';

/** A test case as markup, and how it is counted. */
export type Case = { markup: string; outcome: JunitOutcome };

const isBroken = ({ verdict }: Ruling) => verdict === 'fail' || verdict === 'incomplete';

/** The rule that every case passes is told by the cases themselves, where they are told; without a gate only what is broken is. */
const ownCases = (list: readonly Ruling[], { hasGate, holdout }: RunSuite) =>
  list.filter((ruling) => holdout || (ruling.rule !== 'all-pass' && (hasGate || isBroken(ruling))));

function gateCase(name: string, suite: string, outcome: JunitOutcome, message: string, type: string): Case {
  const inside =
    outcome === 'passed' ? '' : element(outcome, { message, type: outcome === 'skipped' ? undefined : type });
  return { markup: element('testcase', { name, classname: suite, time: '0.000' }, inside), outcome };
}

/** One case for the gate as a whole, which fails exactly where the exit code is 1, and is an error where it is 3. */
function whole(rulings: readonly Ruling[], suite: RunSuite, isStrict: boolean): Case[] {
  const outcomes = rulings.map((ruling) => ({ ruling, outcome: outcomeOf(ruling.verdict, isStrict) }));
  const worst = (['failure', 'error', 'skipped'] as const).find((one) =>
    outcomes.some(({ outcome }) => outcome === one),
  );
  const telling = outcomes.filter(({ outcome }) => outcome === worst).map(({ ruling }) => ruling.sentence);
  return [gateCase('gate', suite.name, worst ?? 'passed', telling.join(' '), 'gate')];
}

/** The gate of an arm as test cases: a case a rule, and where the suite has a gate, or it is a holdout, one for all of it. */
export function gateCases(rulings: readonly Ruling[], suite: RunSuite): Case[] {
  const isStrict = suite.gate.inconclusive === 'fail';
  const rules = ownCases(rulings, suite).map(({ rule, verdict, sentence }) =>
    gateCase(`gate: ${rule}`, suite.name, outcomeOf(verdict, isStrict), sentence, `gate ${rule}`),
  );
  return [...rules, ...(suite.hasGate || suite.holdout ? whole(rulings, suite, isStrict) : [])];
}
