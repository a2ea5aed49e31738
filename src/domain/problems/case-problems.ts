import { canonicalJson } from '../../text/canonical-json.ts';
import { count } from '../../text/count.ts';
import { percent } from '../../text/percent.ts';
import { thousands } from '../../text/thousands.ts';
import type { Json } from '../json.ts';
import { listed } from './listed.ts';
import { type At, say } from './say.ts';

type Other = At & { id: string; other: string; where: string };
type Several = At & { suite: string; ids: readonly string[]; all: number };

/** What may be wrong with cases that are sound: what "evals cases lint" says. Shares are 0..1. */
export const caseProblems = {
  caseCopied: (x: Other) =>
    say.error(
      'case-copied',
      `Case "${x.id}" asks what case "${x.other}" (${x.where}) asks.`,
      'It counts twice and tells nothing twice. Take one of them out, or give it another input.',
      x,
    ),
  caseContradicts: (x: Other & { expects: readonly [Json, Json] }) =>
    say.error(
      'case-contradicts',
      `Case "${x.id}" asks what case "${x.other}" (${x.where}) asks, and expects ${canonicalJson(x.expects[1])} where that one expects ${canonicalJson(x.expects[0])}.`,
      'No prompt can pass both. Say which one is right, and take the other one out.',
      x,
    ),
  caseNear: (x: Other & { likeness: number }) =>
    (x.likeness >= 0.8 ? say.error : say.warning)(
      'case-near',
      `Case "${x.id}" is nearly case "${x.other}" (${x.where}): ${percent(x.likeness, 0)} of their runs of five characters are the same.`,
      'If both come from one source, give them one "group:", so that they count as what they are. Else take one of them out.',
      x,
    ),
  casesUntagged: (x: Several) =>
    say.warning(
      'cases-untagged',
      `${count(x.ids.length, 'case')} of ${thousands(x.all)} in suite "${x.suite}" ${x.ids.length === 1 ? 'has' : 'have'} no tag: ${listed(x.ids)}.`,
      'Tags are the slices of the report and of the gate: without one a case is only in the total.',
      x,
    ),
  kindsUntried: (x: At & { suite: string; kinds: readonly string[]; all: number }) =>
    say.warning(
      'kinds-untried',
      `Of ${x.all} kinds of adversarial cases, ${x.kinds.length} are tried by none in suite "${x.suite}": ${x.kinds.join(', ')}.`,
      `Make some: evals cases mutate ${x.suite} --kinds ${x.kinds.slice(0, 3).join(',')}`,
      x,
    ),
  labelsOneSided: (x: At & { suite: string; label: string; count: number; share: number; cases: number }) =>
    say.warning(
      'labels-one-sided',
      `${thousands(x.count)} of ${count(x.cases, 'case')} in suite "${x.suite}" expect "${x.label}": a prompt that always says so passes ${percent(x.share, 0)}.`,
      'Write more cases for the other answers.',
      x,
    ),
  gradersUnreached: (x: At & { suite: string; graders: number }) =>
    say.warning(
      'graders-unreached',
      `The graders of suite "${x.suite}" (${x.graders}) grade nothing: each case is only observed, or has graders in their place.`,
      'Take them out, or "replace:" in the cases that should have them too.',
      x,
    ),
  gradersReplaced: (x: Several) =>
    say.warning(
      'graders-replaced',
      `In ${count(x.ids.length, 'case')} of ${thousands(x.all)}, "graders: { replace: … }" hides all graders of suite "${x.suite}": ${listed(x.ids)}.`,
      'If they should be graded by both, write the list without "replace".',
      x,
    ),
  gradersWeightless: (x: At & { suite: string; names: readonly string[] }) =>
    say.warning(
      'graders-weightless',
      `Of weight 0 in every case of suite "${x.suite}": ${listed(x.names)}. What they say is shown and decides nothing.`,
      'Give them a weight, or leave it so if they are only to be looked at.',
      x,
    ),
  casesAlwaysPass: (x: Several) =>
    say.warning(
      'cases-always-pass',
      `${count(x.ids.length, 'case')} of ${thousands(x.all)} in suite "${x.suite}" passed each time in all stored runs: ${listed(x.ids)}.`,
      'They guard what works, and tell no prompt from a better one. Harder cases would.',
      x,
    ),
  caseAlwaysFails: (x: At & { id: string; runs: number; arms: number }) =>
    say.warning(
      'case-always-fails',
      `Case "${x.id}" failed each time in ${count(x.runs, 'stored run')}${x.arms > 1 ? `, whichever of ${x.arms} arms was asked` : ''}.`,
      'The fault may lie with the case: look at its "expect" and its graders. Else it is what to work on.',
      x,
    ),
  caseFlaky: (x: At & { id: string; arm: string; passed: number; failed: number }) =>
    say.warning(
      'case-flaky',
      `Case "${x.id}" comes out by luck: "${x.arm}" passed it ${x.passed === 1 ? 'once' : `${x.passed} times`} and failed it ${x.failed === 1 ? 'once' : `${x.failed} times`}, with nothing changed between.`,
      'Ask each case more often ("repeat: 3"), or make its graders less strict about what may differ.',
      x,
    ),
  coverageShort: (x: At & { suite: string; more: number; attacks: number }) =>
    say.warning(
      'coverage-short',
      `Suite "${x.suite}" lacks ${count(x.more, 'case')} to its "coverage:"${x.attacks > 0 ? `, ${x.attacks === x.more ? 'all' : thousands(x.attacks)} of them adversarial` : ''}.`,
      x.attacks > 0
        ? `Variants of its benign cases are made by: evals cases mutate ${x.suite}`
        : 'Write more cases.',
      x,
    ),
};
