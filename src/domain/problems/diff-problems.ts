import { count } from '../../text/count.ts';
import { type At, say } from './say.ts';

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`);

/** What can be wrong with the two sides of a comparison. */
export const diffProblems = {
  noBaselineReference: (x: At & { reference: string }) =>
    say.error(
      'no-baseline-reference',
      `"${x.reference}" names no baseline.`,
      'Write baseline, git:<revision>, or the path of a baseline: evals/baselines/<suite>.json.',
      x,
    ),
  nothingAccepted: (x: At & { revision?: string }) =>
    say.error(
      'nothing-accepted',
      x.revision === undefined
        ? 'There is no baseline yet.'
        : `There was no baseline at the revision "${x.revision}".`,
      '"evals baseline accept" makes one. Two arms of one run need none: evals diff "latest#<model>" "latest#<other model>".',
      x,
    ),
  noGitBaselines: (x: At & { ref: string; detail: string }) =>
    say.error(
      'no-git-baselines',
      `"${x.ref}" cannot be read from git: ${x.detail}.`,
      'Name what is on disk: baseline, a run, or the path of a baseline.',
      x,
    ),
  unknownSide: (x: At & { wanted: string; suggestion?: string }) =>
    say.error(
      'unknown-side',
      `"${x.wanted}" is no run.`,
      x.suggestion
        ? `Did you mean "${x.suggestion}"?`
        : 'A side is latest, the id of a run, <run>#<model>, <run>#<prompt>, baseline, git:<revision>, or the path of a baseline.',
      x,
    ),
  unknownArm: (x: At & { side: string; part: string; suggestion?: string; names: readonly string[] }) =>
    say.error(
      'unknown-arm',
      `Nothing in ${x.side} is called "${x.part}".`,
      say.meant(x.suggestion, x.names),
      x,
    ),
  ambiguousArm: (x: At & { side: string; part: string; suite: string; matches: readonly string[] }) =>
    say.error(
      'ambiguous-arm',
      `"${x.part}" fits several in suite "${x.suite}" of ${x.side}: ${say.list(x.matches)}.`,
      'Give more of the name.',
      x,
    ),
  unpairedArms: (
    x: At & {
      suite: string;
      sides: readonly { label: string; arms: readonly string[] }[];
      commands: readonly string[];
    },
  ) =>
    say.error(
      'unpaired-arms',
      [
        `Which arms of suite "${x.suite}" are to be compared is not clear.`,
        ...x.sides.map(({ label, arms }) => `- ${label} has ${quoted(arms).join(', ')}`),
        'It could be:',
        ...x.commands.map((command) => `- ${command}`),
      ].join('\n'),
      'Type one of these; behind # a part of a name is enough where only one has it.',
      x,
    ),
  sameSide: (x: At & { before: string; after: string }) =>
    say.error(
      'same-side',
      x.before === x.after
        ? `Both sides are ${x.before}: the same answers cannot differ.`
        : `${x.before} and ${x.after} are the same answers, so nothing can differ.`,
      'Name another run, or two arms of one: evals diff "latest#<model>" "latest#<other model>".',
      x,
    ),
  noSharedSuite: (x: At & { before: string; after: string; suites: readonly (readonly string[])[] }) =>
    say.error(
      'no-shared-suite',
      `${x.before} and ${x.after} have no suite in common: ${x.suites.map(say.list).join(' against ')}.`,
      'Run the suite of the one for the other.',
      x,
    ),
  suiteOnOneSide: (x: At & { suites: readonly string[]; side: string }) =>
    say.warning(
      'suite-on-one-side',
      `Only in ${x.side}, and left out: ${count(x.suites.length, 'suite')} (${say.list(x.suites)}).`,
      undefined,
      x,
    ),
  armOnOneSide: (x: At & { suite: string; arm: string; side: string }) =>
    say.warning(
      'arm-on-one-side',
      `"${x.arm}" of suite "${x.suite}" is only in ${x.side}; it is left out.`,
      'To hold it against another arm, name both with # behind the run.',
      x,
    ),
  gradedApart: (
    x: At & { suite: string; cases: number; before: string; after: string; why?: string | undefined },
  ) =>
    say.error(
      'graded-apart',
      `Suite "${x.suite}": ${x.before} and ${x.after} graded ${x.cases === 1 ? 'the only case' : `all ${count(x.cases, 'case')}`} in two ways, so a difference would say nothing of the answers${x.why === undefined ? '' : `; ${x.why}`}.`,
      '"evals regrade <run>" grades a run with the graders of today; "evals baseline accept" makes a baseline with them.',
      x,
    ),
  noCommonCase: (
    x: At & { suite: string; before: string; after: string; left: number; right: number; edited: number },
  ) =>
    say.error(
      'no-common-case',
      `Suite "${x.suite}": no case of ${x.before} (${x.left}) is a case of ${x.after} (${x.right})${
        x.edited > 0 ? `; ${x.edited} with the same id ${x.edited === 1 ? 'was' : 'were'} edited` : ''
      }.`,
      'Cases pair by their id and content. Accept a new baseline, or run the cases of the other side.',
      x,
    ),
  unfinishedSide: (x: At & { side: string; suite: string; arm: string; open: number; planned: number }) =>
    say.warning(
      'unfinished-side',
      `${x.side}: ${x.open} of ${count(x.planned, 'trial')} of "${x.arm}" in suite "${x.suite}" ${x.open === 1 ? 'was' : 'were'} not asked.`,
      '"evals run --resume <run>" asks the rest.',
      x,
    ),
  promptEdited: (x: At & { prompt: string; side: string }) =>
    say.warning(
      'prompt-edited',
      `${x.prompt} is not what it was in ${x.side}: the file was edited or removed since, so its text of then is not shown.`,
      'A version that was run stays as it is: "evals prompts new <name>" copies it to the next number.',
      x,
    ),
};
