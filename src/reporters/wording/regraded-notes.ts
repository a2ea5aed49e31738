import type { Comparison, Side } from '../../domain/comparison.ts';
import type { Regrading } from '../../domain/regrading.ts';
import { whyNotRegraded } from '../../domain/why-not-regraded.ts';
import { count } from '../../text/count.ts';
import { money } from '../../text/money.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import type { Note } from './unpaired-notes.ts';

const named = ({ label }: Side) => (/^baseline\b/.test(label) ? `the ${label}` : label);

function rates({ before, after }: Regrading): string {
  if (before.of === 0 || after.of === 0) return '';
  const [then, now] = [before.passed / before.of, after.passed / after.of].map((rate) => percent(rate));
  return then === now ? `: ${now} passed, as before` : `: ${then} → ${now} passed`;
}

/** What judges took for it, which is in no price of the run's own answers. */
function paid({ judges }: Regrading): string {
  if (!judges) return '';
  const { calls, asked, usd, unknown } = judges;
  if (asked === 0) return ` (judges: ${count(calls, 'call')}, nobody was asked)`;
  const dollars =
    unknown > 0 && usd === 0
      ? 'cost unknown'
      : `${money(usd)}${unknown > 0 ? ' and more of unknown price' : ''}`;
  const kept = asked < calls ? `, ${thousands(calls - asked)} more from cache or cassette` : '';
  return ` (judges: ${dollars}, ${count(asked, 'call')}${kept})`;
}

function done(side: Side, whose: string): Note[] {
  const { regraded } = side;
  if (!regraded || regraded.cases === 0) return [];
  const text = `${count(regraded.answers, 'answer')} of ${named(side)} ${regraded.answers === 1 ? 'was' : 'were'} graded again by ${whose} graders${rates(regraded)}${paid(regraded)}`;
  return [{ text, isGrave: false, isRuled: false }];
}

/** Whose answers were graded again as graders have changed, and why those were not that are not compared. */
export function regradedNotes(comparison: Comparison): Note[] {
  const { baseline, candidate } = comparison;
  const whose = candidate.label === 'this run' ? "this run's" : "today's";
  const why = whyNotRegraded(comparison);
  return [
    ...done(baseline, whose),
    ...done(candidate, whose),
    ...(why === undefined ? [] : [{ text: why, isGrave: true, isRuled: true }]),
  ];
}
