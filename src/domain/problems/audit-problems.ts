import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

/** What can stand in the way of an audit. */
export const auditProblems = {
  auditNothing: (x: At & { id: string; isJudged: boolean }) =>
    say.error(
      'audit-nothing',
      x.isJudged
        ? `There is nothing to audit in run ${x.id}: no suite that a judge grades was held against a baseline.`
        : `There is nothing to audit in run ${x.id}: no judge says of its answers whether they pass.`,
      x.isJudged
        ? 'An audit is of two sides: accept a baseline (evals baseline accept), then run the suite again.'
        : 'Name a run of a suite with a check such as judge: "Names the 30 days and promises nothing else".',
      x,
    ),
  auditOfNone: (x: At & { id: string; names: readonly string[] }) =>
    say.error(
      'audit-of-none',
      `Nothing of run ${x.id} that can be audited has that name.`,
      `There is ${x.names.join('; and ')}.`,
      x,
    ),
  auditWhich: (x: At & { checks: readonly string[] }) =>
    say.error(
      'audit-which',
      `${count(x.checks.length, 'check')} of this run could be audited, and an audit is of one.`,
      `Say which one: ${x.checks.join('; or ')}`,
      x,
    ),
  auditBaselineGone: (x: At & { lane: string; run: string }) =>
    say.error(
      'audit-baseline-gone',
      `The baseline of ${x.lane} was made by run ${x.run}, which is not on disk here: its answers are not there to be labelled.`,
      `Bring .evals/runs/${x.run} here from where it was accepted; or accept a baseline here, and run the suite again.`,
      x,
    ),
  auditNoPairs: (x: At & { lane: string; run: string; check: string }) =>
    say.error(
      'audit-no-pairs',
      `Of ${x.lane} there is no case of which "${x.check}" has a verdict on both sides from the same judge by the same question: its model, settings, prompt or rubric has changed since run ${x.run}, or the cases have.`,
      `"evals regrade ${x.run}" asks the judge of today about the baseline's answers; then audit again.`,
      x,
    ),
  auditCells: (x: At & { lane: string; missing: number; cells: readonly string[] }) =>
    say.warning(
      'audit-cells',
      `${x.lane}: nothing can be said yet. No case is labelled of those that ${x.cells.join(', nor of those that ')}; ${count(x.missing, 'picked case')} ${x.missing === 1 ? 'lacks' : 'lack'} a label on a side.`,
      'Go on labelling: evals judge label --audit goes on where it was.',
      x,
    ),
  auditMoved: (x: At & { was: string; is: string }) =>
    say.warning(
      'audit-moved',
      `This run had an audit of ${x.was}; it is one of ${x.is} now. Labels that were given stay.`,
      undefined,
      x,
    ),
  auditNotWritten: (x: At & { id: string; detail: string }) =>
    say.error(
      'audit-not-written',
      `The audit of run ${x.id} could not be written into its folder: ${x.detail}.`,
      'Once that is mended, call it again.',
      x,
    ),
};
