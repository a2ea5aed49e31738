import { exitCode } from '../../domain/exit-code.ts';
import type { Summary } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { duration } from '../../text/duration.ts';
import { money } from '../../text/money.ts';

/** The verdict of a whole run in a word, which suites it concerns, and what the run took. */
export type RunOutcome = { verdict: 'PASS' | 'FAIL' | 'INCOMPLETE'; what: string; took: string };

function what({ suites }: Summary): string {
  const of = count(suites.length, 'suite');
  const failed = suites.filter((suite) => suite.verdict === 'FAIL').length;
  const incomplete = suites.filter((suite) => suite.verdict === 'INCOMPLETE').length;
  if (failed + incomplete === 0) return `${of} passed`;
  if (suites.length === 1) return `the suite ${failed > 0 ? 'failed' : 'could not be decided'}`;
  if (failed === 0) return `${incomplete} of ${of} could not be decided`;
  return `${failed} of ${of} failed${incomplete > 0 ? `, ${incomplete} could not be decided` : ''}`;
}

/** Says how a run came out, what it cost and how long it took. */
export function outcome(summary: Summary): RunOutcome {
  const arms = summary.suites.flatMap((suite) => suite.arms);
  const usd = arms.reduce((sum, { cost }) => sum + cost.usd, 0);
  const unknown = arms.reduce((sum, { cost }) => sum + cost.unknown, 0);
  const spent =
    unknown > 0 && usd === 0
      ? 'cost unknown'
      : `${money(usd)}${unknown > 0 ? ' and more of unknown price' : ''}`;
  const verdict =
    summary.exitCode === exitCode.done
      ? 'PASS'
      : summary.exitCode === exitCode.gateFailed
        ? 'FAIL'
        : 'INCOMPLETE';
  return { verdict, what: what(summary), took: `${spent} · ${duration(summary.ms)}` };
}
