import type { Problem } from '../../src/domain/problem.ts';
import type { caseProblems } from '../../src/domain/problems/case-problems.ts';
import { problems as say } from '../../src/domain/problems.ts';

const suite = (line: number) => ({ place: { file: 'evals/refund.eval.yaml', line, column: 9 } });
const row = (line: number) => ({ place: { file: 'evals/cases/refund.jsonl', line, column: 1 } });
const copy = { id: 'late-again', other: 'late', where: 'evals/refund.eval.yaml:12' };
const some = { suite: 'refund-policy', ids: ['late', 'broken'], all: 80 };
const many = Array.from({ length: 12 }, (_, index) => `case-${index + 1}`);

/** What is said of cases that are sound. */
export const caseSamples: Record<keyof typeof caseProblems, Problem[]> = {
  caseCopied: [say.caseCopied({ ...copy, ...row(7) })],
  caseContradicts: [say.caseContradicts({ ...copy, expects: ['eligible', { refund: false }], ...row(7) })],
  caseNear: [0.62, 0.94].map((likeness) => say.caseNear({ ...copy, likeness, ...row(7) })),
  casesUntagged: [
    say.casesUntagged({ ...some, ids: ['late'], ...suite(12) }),
    say.casesUntagged({ ...some, ids: many, ...suite(12) }),
  ],
  kindsUntried: [say.kindsUntried({ suite: 'refund-policy', kinds: ['typo', 'shouting', 'html', 'emoji'], all: 28, ...suite(1) })],
  labelsOneSided: [say.labelsOneSided({ suite: 'refund-policy', label: 'eligible', count: 70, share: 0.875, cases: 80, ...suite(1) })],
  gradersUnreached: [say.gradersUnreached({ suite: 'refund-policy', graders: 2, ...suite(1) })],
  gradersReplaced: [say.gradersReplaced({ ...some, ...suite(12) })],
  gradersWeightless: [say.gradersWeightless({ suite: 'refund-policy', names: ['length', 'polite'], ...suite(1) })],
  casesAlwaysPass: [say.casesAlwaysPass({ ...some, ids: many, ...suite(1) })],
  caseAlwaysFails: [1, 3].map((arms) => say.caseAlwaysFails({ id: 'late', runs: 9, arms, ...suite(12) })),
  caseFlaky: [say.caseFlaky({ id: 'late', arm: 'refund@v3 · fast', passed: 7, failed: 1, ...suite(12) })],
  coverageShort: [
    say.coverageShort({ suite: 'refund-policy', more: 27, attacks: 19, ...suite(1) }),
    say.coverageShort({ suite: 'refund-policy', more: 5, attacks: 5, ...suite(1) }),
    say.coverageShort({ suite: 'refund-policy', more: 1, attacks: 0, ...suite(1) }),
  ],
}; // biome-ignore format: one sample a line
