import { exitCode } from '../../domain/exit-code.ts';
import type { ArmSummary, SuiteSummary, Summary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { duration } from '../../text/duration.ts';
import { money } from '../../text/money.ts';

type Verdict = SuiteSummary['verdict'];

/** The verdict of a whole run in a word, which suites it concerns, and what the run took; empty where that is not told. */
export type RunOutcome = { verdict: Verdict; what: string; took: string };

/** The worst first: one suite's verdict is the run's. */
const ranks: { verdict: Verdict; one: string; some: string }[] = [
  { verdict: 'FAIL', one: 'the suite failed', some: 'failed' },
  { verdict: 'NOT-PASS', one: 'the holdout was not passed', some: 'not passed' },
  { verdict: 'STALE', one: "the suite's baseline is stale", some: 'held against a stale baseline' },
  { verdict: 'INCOMPLETE', one: 'the suite could not be decided', some: 'could not be decided' },
  { verdict: 'INCONCLUSIVE', one: "the suite's comparison is inconclusive", some: 'inconclusive' },
];

function what({ suites }: Summary): string {
  const of = count(suites.length, 'suite');
  const found = ranks.flatMap(({ verdict, one, some }) => {
    const n = suites.filter((suite) => suite.verdict === verdict).length;
    return n === 0 ? [] : [{ n, one, some }];
  });
  const [first, ...others] = found;
  if (!first) return `${of} passed`;
  if (suites.length === 1) return first.one;
  return [`${first.n} of ${of} ${first.some}`, ...others.map(({ n, some }) => `${n} ${some}`)].join(', ');
}

function toVerdict({ suites, exitCode: code }: Summary): Verdict {
  const isBit = suites.every(({ verdict }) => verdict !== 'FAIL') && code === exitCode.gateFailed;
  if (code === exitCode.gateFailed) return isBit ? 'NOT-PASS' : 'FAIL';
  const worst = ranks.find(({ verdict }) => suites.some((suite) => suite.verdict === verdict))?.verdict;
  return worst ?? (code === exitCode.done ? 'PASS' : 'INCOMPLETE');
}

/** Judges are paid apart: it is no cost of the model's. */
function judged(arms: readonly Pick<ArmSummary, 'judges'>[]): string[] {
  const all = arms.flatMap(({ judges = [] }) => judges);
  if (all.every(({ asked, again }) => asked === 0 && !again)) return [];
  const usd = all.reduce((sum, { cost, again }) => sum + cost.usd + (again?.usd ?? 0), 0);
  const isKnown = all.every(({ cost, again }) => cost.unknown + (again?.unknown ?? 0) === 0);
  return [isKnown ? `judges ${money(usd)}` : `judges ${usd > 0 ? `${money(usd)} and more` : 'cost unknown'}`];
}

/** Says how a run came out, what it cost and how long it took: of a sealed holdout neither of these. */
export function outcome(summary: Summary): RunOutcome {
  const isSealed = summary.suites.some(({ holdout }) => holdout?.kind === 'sealed');
  if (isSealed) return { verdict: toVerdict(summary), what: what(summary), took: '' };
  const arms = summary.suites.flatMap((suite) => suite.arms);
  const usd = arms.reduce((sum, { cost }) => sum + cost.usd, 0);
  const unknown = arms.reduce((sum, { cost }) => sum + cost.unknown, 0);
  const spent =
    unknown > 0 && usd === 0
      ? 'cost unknown'
      : `${money(usd)}${unknown > 0 ? ' and more of unknown price' : ''}`;
  const took = [spent, ...judged(arms), duration(summary.ms)].join(' · ');
  return { verdict: toVerdict(summary), what: what(summary), took };
}
