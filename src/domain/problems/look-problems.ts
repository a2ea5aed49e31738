import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

const rotate = (suite: string) =>
  `Write new cases and seal them (evals holdout seal ${suite}): a new set has new looks.`;

const whyUnchecked = {
  git: 'git is not there',
  main: 'there is no branch main or master, neither here nor at origin',
};

const whyHidden = {
  show: 'its cases are not for reading',
  accept: 'a baseline that was taken from it would bring its cases into the open, and be held against itself',
  diff: 'case by case it would show what is in it',
  regrade: 'its answers are not for being tried other graders on',
  label: 'who labels its outputs has read them',
  cache: 'nothing of it is in the cache',
  again: 'its cases are chosen by nobody',
  resume: 'it is asked whole or not at all',
  baseline: 'no baseline has results of a holdout; it was held against its own, which was asked beside it',
};

/** What can be wrong with a look at a holdout, and with the ledger that keeps it. No sentence holds a word of its cases. */
export const lookProblems = {
  lookKinds: (x: At & { frozen: readonly string[]; sealed: readonly string[] }) =>
    say.error(
      'look-kinds',
      `Of frozen holdouts (${x.frozen.join(', ')}) a run shows rates, of sealed ones (${x.sealed.join(', ')}) a bit: it cannot be of both.`,
      `evals run --holdout ${x.frozen.join(' ')}, then: evals run --holdout ${x.sealed.join(' ')}`,
      x,
    ),
  lookPairwise: (x: At & { suite: string }) =>
    say.error(
      'look-pairwise',
      `A grader of suite "${x.suite}" compares with what the baseline's run answered (pairwise, baseline: true), and no baseline has answers to a holdout.`,
      'Grade the cases of the holdout in another way.',
      x,
    ),
  /** Of a sealed set nothing can be told then; of a frozen one the other rules of the gate are left. */
  baselineNotAsked: (x: At & { suite: string; arm: string; detail: string; isSealed: boolean }) => {
    const text = `The baseline of "${x.arm}" in suite "${x.suite}" cannot be asked its holdout: ${x.detail}.`;
    const hint = 'Put it back, or accept a new baseline: evals baseline accept';
    return x.isSealed
      ? say.error('baseline-not-asked', text, hint, x)
      : say.warning('baseline-not-asked', `${text} Nothing is compared.`, hint, x);
  },
  lookWithoutBaseline: (x: At & { suite: string; arms: readonly string[] }) =>
    say.error(
      'look-without-baseline',
      `Suite "${x.suite}" has neither a baseline for ${x.arms.join(', ')} nor a floor: there is nothing that its sealed holdout could be passed by.`,
      'Accept one (evals baseline accept), or name a floor: gate: { floor: { pass: 90 } }.',
      x,
    ),
  /** Which check it is may stand in a sealed case alone. */
  lookJudge: (x: At & { suite: string }) =>
    say.error(
      'look-judge',
      `Verdicts of suite "${x.suite}" rest on a judge that no gate may rest on, so that nothing could be told of its sealed holdout. Nothing was asked, and no look is spent.`,
      'An ordinary run says what it lacks: evals run; evals judge calibrate',
      x,
    ),
  sealChanged: (x: At & { suite: string; changes: readonly string[] }) =>
    say.error(
      'seal-changed',
      `What suite "${x.suite}" was sealed with has changed since: ${x.changes.join('; ')}. Its looks would say something else than was agreed on.`,
      `Put it back, or let who holds the identity seal anew: evals holdout seal ${x.suite}`,
      x,
    ),
  lookMute: (x: At & { suite: string; cases: number; least: number; margin: number; alpha: number }) =>
    say.warning(
      'look-mute',
      `The sealed holdout of suite "${x.suite}" has ${count(x.cases, 'case')}: with fewer than ${x.least} an unchanged candidate cannot pass at a margin of ${x.margin} points and an error of ${Number((x.alpha * 100).toFixed(4))} % a look.`,
      `evals holdout add ${x.suite} takes more cases; a seal for fewer looks, or a wider margin, needs fewer.`,
      x,
    ),
  looksSpent: (x: At & { suite: string; charged: number; of: number; needs: number }) =>
    say.error(
      'looks-spent',
      x.charged >= x.of
        ? `All ${x.of} looks at the holdout of suite "${x.suite}" are spent.`
        : `A look with --overfit takes ${x.needs}, and of the ${x.of} at the holdout of suite "${x.suite}" ${x.of - x.charged} is left.`,
      rotate(x.suite),
      x,
    ),
  looksBroke: (x: At & { suite: string; broken: number }) =>
    say.error(
      'looks-broke',
      `${count(x.broken, 'run')} of the sealed holdout of suite "${x.suite}" broke, as many as it has looks: when a run breaks is a thing that one can learn too.`,
      rotate(x.suite),
      x,
    ),
  ledgerBroken: (x: At & { file: string; line: number; detail: string }) =>
    say.error(
      'ledger-broken',
      `${x.file} is not as it was written: line ${x.line} ${x.detail}.`,
      `A ledger is only added to: git checkout -- ${x.file} puts it back. After a merge take the side of the main branch whole, and look again.`,
      { place: { file: x.file, line: x.line, column: 1 } },
    ),
  newerLedger: (x: At & { file: string; version: number }) =>
    say.error(
      'newer-ledger',
      `${x.file} was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  ledgerBehind: (x: At & { file: string; ref: string; theirs: number; own: number }) =>
    say.error(
      'ledger-behind',
      `${x.file} does not carry on from that of ${x.ref}: of ${count(x.theirs, 'look')} there it begins with ${x.own === 0 ? 'none' : x.own}.`,
      `Merge ${x.ref}; where both have looks of their own: git checkout ${x.ref} -- ${x.file}, and look again.`,
      x,
    ),
  ledgerUnchecked: (x: At & { file: string; why: keyof typeof whyUnchecked }) =>
    say.warning(
      'ledger-unchecked',
      `Nobody can tell whether looks are missing at the end of ${x.file}: ${whyUnchecked[x.why]}.`,
      x.why === 'main'
        ? 'Where only a part was fetched: git fetch origin main:refs/remotes/origin/main'
        : undefined,
      x,
    ),
  frozenLedger: (x: At & { detail: string }) =>
    say.warning(
      'frozen-ledger',
      `${x.detail} How many candidates were looked at before is counted from what can be read.`,
      undefined,
      x,
    ),
  lookHeld: (x: At & { suite: string; pid: number }) =>
    say.error(
      'look-held',
      `Process ${x.pid} looks at the holdout of suite "${x.suite}" just now.`,
      'Wait for its end.',
      x,
    ),
  lookNotWritten: (x: At & { file: string; detail: string }) =>
    say.error(
      'look-not-written',
      `${x.file} takes no more: ${x.detail}. What is not written down is not told.`,
      'Look again once there is room.',
      x,
    ),
  lookBroke: (x: At & { suite: string; wasInterrupted: boolean }) =>
    x.wasInterrupted
      ? say.error(
          'look-broke',
          `The run of the sealed holdout of suite "${x.suite}" was stopped by hand: nothing is told, and no look is spent.`,
          'A holdout is asked whole: evals run --holdout',
          x,
        )
      : say.error(
          'look-broke',
          `The run of the sealed holdout of suite "${x.suite}" broke: a budget ended it, or too much errored or has no verdict, or its judge may not be believed. That is written down, and no look is spent.`,
          'An ordinary run shows what is wrong with the model, the judge or the budget: evals run; evals doctor',
          x,
        ),
  holdoutCut: (x: At & { left: number }) =>
    say.error(
      'holdout-cut',
      `The run was stopped: ${count(x.left, 'planned trial')} did not run.`,
      'A holdout is asked whole: evals run --holdout',
      x,
    ),
  overfitWithoutRun: (x: At & { suite: string; arm: string }) =>
    say.error(
      'overfit-without-run',
      `No stored run tells what "${x.arm}" gains over its baseline on the cases of suite "${x.suite}" that anyone can see.`,
      `Run the same prompt and model on all of them first: evals run ${x.suite}`,
      x,
    ),
  overfitIdle: (x: At & { suite: string }) =>
    say.error(
      'overfit-idle',
      `Nothing of suite "${x.suite}" is held against a baseline, so that there is no gain to compare.`,
      'Leave --overfit out, or accept a baseline first: evals baseline accept',
      x,
    ),
  ofHoldout: (x: At & { id: string; why: keyof typeof whyHidden }) =>
    say.error(
      'of-holdout',
      `Run ${x.id} is of a holdout: ${whyHidden[x.why]}.`,
      'Name another run; "evals runs list" shows them. "evals report" tells again what was told of this one.',
      x,
    ),
};
