import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

/** What can be wrong with what a run is held against: copies of baselines, fresh answers. */
export const evidenceProblems = {
  baselineCopyLost: (x: At & { id: string; suite: string }) =>
    say.error(
      'baseline-copy-lost',
      `Run ${x.id} was held against a baseline of "${x.suite}", and its copy in .evals/runs/${x.id}/baselines.json is gone.`,
      `"evals gate ${x.id} --baseline baseline" decides by the baseline of today.`,
      x,
    ),
  gateWithoutBaseline: (x: At & { reference: string; suites: readonly string[] }) =>
    say.error(
      'gate-without-baseline',
      `${x.reference} has no baseline of ${x.suites.map((name) => `"${name}"`).join(', ')}.`,
      '"evals baseline list" shows which suites have one.',
      x,
    ),
  gateWithoutLane: (
    x: At & { reference: string; id: string; asked: readonly string[]; stored: readonly string[] },
  ) =>
    say.error(
      'gate-without-lane',
      `${x.reference} has nothing to hold run ${x.id} against: it has ${say.list(x.stored)}, and the run asked ${say.list(x.asked)}.`,
      `"evals diff ${x.reference} ${x.id}" holds one arm against another; "evals baseline list" shows what is accepted.`,
      x,
    ),
  evidenceNotWritten: (x: At & { file: string; detail: string; id: string }) =>
    say.error(
      'evidence-not-written',
      `The run's folder takes no more: ${x.detail}. Fresh answers could not be written to ${x.file}, so none are asked any more and the flips stay unconfirmed.`,
      `Once there is room, "evals run --resume ${x.id}" goes on.`,
      x,
    ),
  flipsNotRedrawn: (x: At & { left: number; id: string }) =>
    say.warning(
      'flips-not-redrawn',
      `The budget ended before ${count(x.left, 'flip')} could be asked again: ${x.left === 1 ? 'it stays' : 'they stay'} unconfirmed.`,
      `"evals run --resume ${x.id}" asks them with a budget of its own.`,
      x,
    ),
  flipsOpen: (x: At & { left: number; id: string }) =>
    say.warning(
      'flips-open',
      `${count(x.left, 'flip')} ${x.left === 1 ? 'was' : 'were'} not asked again to the end: ${x.left === 1 ? 'it stays' : 'they stay'} unconfirmed.`,
      `"evals run --resume ${x.id}" goes on with ${x.left === 1 ? 'it' : 'them'}.`,
      x,
    ),
  canaryNotAsked: (x: At & { left: number }) =>
    say.warning(
      'canary-not-asked',
      `The run ended before ${count(x.left, 'case')} of the baseline could be asked again: ${x.left === 1 ? 'it says' : 'they say'} nothing of whether the provider moved.`,
      'Run it again with a larger budget to know; --no-canary asks none of them.',
      x,
    ),
  canaryWithoutPrompt: (x: At & { suite: string; arm: string; prompt: string; detail: string }) =>
    say.warning(
      'canary-without-prompt',
      `The baseline of "${x.suite}" was made with ${x.prompt}, which ${x.detail}: it cannot be asked again, so nobody sees whether the provider moved since (${x.arm}).`,
      'Keep the versions that a baseline was made with; a change to a prompt is a new version.',
      x,
    ),
};
