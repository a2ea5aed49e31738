import type { Problem } from '../../src/domain/problem.ts';
import type { lookProblems } from '../../src/domain/problems/look-problems.ts';
import { problems as say } from '../../src/domain/problems.ts';

const [suite, file] = ['refund', 'evals/refund.holdout.looks.jsonl'];
const id = '20261120-101500.000-7f3b';

/** What can be wrong with a look at a holdout, with the values that a person would see in it. */
export const lookSamples: Record<keyof typeof lookProblems, Problem[]> = {
  lookKinds: [say.lookKinds({ frozen: ['triage'], sealed: ['refund', 'tone'] })],
  lookPairwise: [say.lookPairwise({ suite })],
  baselineNotAsked: [true, false].map((isSealed) =>
    say.baselineNotAsked({
      ...{ suite, arm: 'refund@v4 · fast', isSealed },
      detail: isSealed
        ? 'its prompt refund@v3 was edited since'
        : 'its model is a file of this project, which has changed since',
    }),
  ),
  lookWithoutBaseline: [say.lookWithoutBaseline({ suite, arms: ['refund@v4 · fast', 'refund@v4 · small'] })],
  lookJudge: [say.lookJudge({ suite })],
  sealChanged: [say.sealChanged({ suite, changes: ['its margin: 3, now 10', 'its graders'] })],
  lookMute: [say.lookMute({ suite, cases: 60, least: 104, margin: 5, alpha: 0.005 })],
  looksSpent: [
    say.looksSpent({ suite, charged: 10, of: 10, needs: 1 }),
    say.looksSpent({ suite, charged: 9, of: 10, needs: 2 }),
  ],
  looksBroke: [say.looksBroke({ suite, broken: 10 })],
  ledgerBroken: [
    say.ledgerBroken({ file, line: 4, detail: 'does not carry on from the line before it' }),
    say.ledgerBroken({ file, line: 7, detail: 'is cut off' }),
  ],
  newerLedger: [say.newerLedger({ file, version: 2 })],
  ledgerBehind: [
    say.ledgerBehind({ file, ref: 'origin/main', theirs: 4, own: 3 }),
    say.ledgerBehind({ file, ref: 'main', theirs: 1, own: 0 }),
  ],
  ledgerUnchecked: [say.ledgerUnchecked({ file, why: 'git' }), say.ledgerUnchecked({ file, why: 'main' })],
  frozenLedger: [say.frozenLedger({ detail: `${file} is not as it was written: line 2 is cut off.` })],
  lookHeld: [say.lookHeld({ suite, pid: 4711 })],
  lookNotWritten: [say.lookNotWritten({ file, detail: 'ENOSPC: no space left on device, write' })],
  lookBroke: [false, true].map((wasInterrupted) => say.lookBroke({ suite, wasInterrupted })),
  holdoutCut: [say.holdoutCut({ left: 17 })],
  overfitWithoutRun: [say.overfitWithoutRun({ suite, arm: 'refund@v4 · fast' })],
  overfitIdle: [say.overfitIdle({ suite })],
  ofHoldout: (
    ['show', 'accept', 'diff', 'regrade', 'label', 'cache', 'again', 'resume', 'baseline'] as const
  ).map((why) => say.ofHoldout({ id, why })),
};
