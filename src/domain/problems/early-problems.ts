import { type At, say } from './say.ts';

const whyIdle = {
  target: 'exactly its cases matter (gate: { target: suite }), so each has to be asked',
  baseline: 'none of its arms has a baseline, so there is nothing to be held against',
  judge: 'a judge grades it, and what that is worth is known only when the run is whole',
};

const whyIdleHint = {
  target: 'Leave the flag out, or let its cases stand for what users send (target: population).',
  baseline: 'Run it once, then: evals baseline accept',
  judge: 'Leave the flag out.',
};

const whyWhole = {
  baseline: 'has no baseline',
  changed: 'has cases that its baseline weighs or groups otherwise',
};

/** What can be wrong with a run that may end early. */
export const earlyProblems = {
  stopEarlyIdle: (x: At & { suite: string; why: keyof typeof whyIdle }) =>
    say.warning(
      'stop-early-idle',
      `--stop-early does nothing for suite "${x.suite}": ${whyIdle[x.why]}. It runs whole.`,
      whyIdleHint[x.why],
      x,
    ),
  stopEarlyWholeArm: (x: At & { suite: string; arm: string; why: 'baseline' | 'changed' }) =>
    say.warning(
      'stop-early-whole-arm',
      `"${x.arm}" of suite "${x.suite}" ${whyWhole[x.why]}, so it runs whole under --stop-early.`,
      x.why === 'baseline'
        ? 'Run it once, then: evals baseline accept'
        : 'Accept a new baseline once the change is good: evals baseline accept',
      x,
    ),
  stopNotWritten: (x: At & { detail: string; id: string }) =>
    say.error(
      'stop-not-written',
      `The run's folder takes no more: ${x.detail}. What ended the run early could not be written, so a later report takes what was not asked as missing.`,
      `Once there is room, "evals run --resume ${x.id}" finds it again from the answers.`,
      x,
    ),
};
