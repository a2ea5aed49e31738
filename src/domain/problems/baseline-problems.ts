import { count } from '../../text/count.ts';
import type { Again } from '../again.ts';
import { type At, say } from './say.ts';

/** What can be wrong with baselines: their files, and what is to become one. */
export const baselineProblems = {
  baselineConflict: (x: At & { file: string }) =>
    say.error(
      'baseline-conflict',
      `${x.file} holds the marks of a merge that is not finished.`,
      `Take one side whole (git checkout --ours ${x.file}, or --theirs). If both had accepted something, measure what is there now: evals run, then evals baseline accept.`,
      x,
    ),
  newerBaseline: (x: At & { file: string; version: number }) =>
    say.error(
      'newer-baseline',
      `${x.file} was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  brokenBaseline: (x: At & { file: string; detail: string }) =>
    say.error(
      'broken-baseline',
      `${x.file} is no baseline: ${x.detail}.`,
      `git checkout -- ${x.file} puts it back; or remove it, and accept a run anew.`,
      x,
    ),
  /** The form is right, and what it says cannot have been measured. */
  editedBaseline: (x: At & { file: string; detail: string }) =>
    say.error(
      'edited-baseline',
      `${x.file} is not as "evals baseline accept" writes it: ${x.detail}.`,
      `A baseline is measured, never edited: git checkout -- ${x.file} puts it back; or remove it, and accept a run anew.`,
      x,
    ),
  misplacedBaseline: (x: At & { file: string; suite: string; wanted: string; of?: string }) =>
    x.of === undefined
      ? say.error(
          'misplaced-baseline',
          `${x.file} is the baseline of suite "${x.suite}", whose file is ${x.wanted}: nobody would read it.`,
          'Give it back that name. If the suite was renamed, remove the file and accept a run anew.',
          x,
        )
      : say.error(
          'misplaced-baseline',
          `${x.file} is the baseline of suite "${x.suite}", not of "${x.of}".`,
          'If the suite was renamed, remove the file and accept a run anew.',
          x,
        ),
  acceptReason: (x: At & { run: string }) =>
    say.error(
      'accept-reason',
      'A baseline says why it was accepted, and --reason is missing.',
      `evals baseline accept ${x.run} --reason "answers refunds in one step"`,
      x,
    ),
  acceptPart: (x: At & { id: string; sizes: readonly string[]; flags: readonly string[] }) =>
    say.error(
      'accept-part',
      `Run ${x.id} asked a part of its cases${x.flags.length > 0 ? ` (${x.flags.join(', ')})` : ''}${x.sizes.length > 0 ? `: ${x.sizes.join(', ')}` : ''}. A baseline is of all of them.`,
      'Run the suite without what narrows it, then accept that run.',
      x,
    ),
  acceptUnfinished: (x: At & { id: string; suite: string; arm: string; planned: number; missing: number }) =>
    say.error(
      'accept-unfinished',
      `Run ${x.id} is not finished: ${x.missing} of ${count(x.planned, 'planned trial')} of ${x.suite} (${x.arm}) did not run. Nothing was stored.`,
      `"evals run --resume ${x.id}" goes on.`,
      x,
    ),
  acceptUnresolved: (
    x: At & {
      id: string;
      suite: string;
      arm: string;
      planned: number;
      unresolved: number;
      share: string;
      most: string;
    },
  ) =>
    say.error(
      'accept-unresolved',
      `In run ${x.id}, ${x.unresolved} of ${count(x.planned, 'trial')} of ${x.suite} (${x.arm}) have no verdict (${x.share}), more than the ${x.most} allowed: later runs would be held against holes. Nothing was stored.`,
      `"evals show ${x.id}" says why; when that is mended, run it again and accept that.`,
      x,
    ),
  acceptNothing: (x: At & { id: string; suite: string; arm: string }) =>
    say.error(
      'accept-nothing',
      `Run ${x.id} graded nothing of ${x.suite} (${x.arm}), so there is nothing to hold a later run against.`,
      'Give its cases an "expect" or graders, run it again, and accept that.',
      x,
    ),
  acceptPrompt: (x: At & { id: string; reference: string }) =>
    say.error(
      'accept-prompt',
      `Run ${x.id} tested ${x.reference}, which may be another text tomorrow; a baseline refers to a version that can be found again.`,
      `"evals prompts new ${x.reference.split('@')[0]}" begins the next version: put the text there, run that, and accept it.`,
      x,
    ),
  acceptRivals: (x: At & { id: string; suite: string; lane: string; versions: readonly string[] }) =>
    say.error(
      'accept-rivals',
      `Run ${x.id} tested ${say.list(x.versions)} in one lane of ${x.suite} (${x.lane}), and a lane has one baseline.`,
      `Choose one: evals run ${x.suite} --prompt ${x.versions.at(-1)}, then accept that run.`,
      x,
    ),
  acceptOther: (x: At & { id: string; suite: string; was: readonly string[]; is: readonly string[] }) =>
    say.error(
      'accept-other',
      `Run ${x.id} tested ${say.list(x.was)} in ${x.suite}; today the same command would ask ${say.list(x.is)}.`,
      `Run it again, and accept that: evals run ${x.suite}`,
      x,
    ),
  acceptAsIs: (x: At & { id: string; models: readonly string[] }) =>
    say.error(
      'accept-as-is',
      `--as-is is for deterministic models, and ${say.list(x.models)} may answer otherwise when asked again. The run that somebody likes is often the luckiest of several: kept as it is, the baseline would be 2 to 3 points too high, and the next unchanged candidate would look worse.`,
      `Leave --as-is out: "evals baseline accept ${x.id}" asks afresh (3 repeats, or --repeat 1) and keeps that.`,
      x,
    ),
  acceptChanged: (x: At & { id: string; reasons: readonly string[] }) =>
    say.error(
      'accept-changed',
      [
        `Run ${x.id} cannot be taken as it stands. Since it was asked:`,
        ...x.reasons.map((one) => `- ${one}`),
      ].join('\n'),
      'Leave --as-is out, and what is there today is asked; or run it again, and accept that.',
      x,
    ),
  acceptCached: (x: At & { id: string; cached: number }) =>
    say.error(
      'accept-cached',
      `${count(x.cached, 'answer')} of run ${x.id} came from the cache or a cassette: a baseline is of fresh answers.`,
      'Accept the run that it was begun for anew: evals run, then evals baseline accept.',
      x,
    ),
  acceptStopped: (x: At & { id: string; left: number; trials: number; why: string } & Again) =>
    say.error(
      'accept-stopped',
      `Stopped, as ${x.why}: ${x.left} of ${count(x.trials, 'planned answer')} of run ${x.id} are missing. Nothing was stored.`,
      `This ${x.goesOn ? 'goes on' : 'begins anew'}: ${x.command}`,
      x,
    ),
  /** Told when it is accepted, as from then on the comparison decides. */
  acceptMute: (x: At & { suite: string; file: string; cases: number; canPass: boolean; canFail: boolean }) =>
    say.warning(
      'accept-mute',
      `With ${count(x.cases, 'case')} the comparison of suite "${x.suite}" with this baseline can never ${x.canFail ? 'PASS' : x.canPass ? 'FAIL' : 'FAIL, nor PASS'}${x.canPass ? '' : ' unless answers get better'}.`,
      `If each of these cases matters by itself, say "gate: { target: suite }" in ${x.file}: then one that newly fails is enough. If they are a sample of what users send, write more of them.`,
      x,
    ),
  promptLocked: (
    x: At & {
      id: string;
      name: string;
      file: string;
      includes: readonly string[];
      baselines: readonly string[];
      isNewest: boolean;
      next: string;
    },
  ) =>
    say.error(
      'prompt-locked',
      `${x.id} is not the text that a baseline was accepted with${x.baselines.length > 0 ? ` (${x.baselines.join(', ')})` : ''}: ${x.file}${x.includes.length > 0 ? `, or what it includes (${x.includes.join(', ')}),` : ''} was edited.`,
      `${x.isNewest ? `"evals prompts new ${x.name}" copies the edited text to ${x.next}` : `Keep the edited text as ${x.next}`}; then "git checkout -- ${[x.file, ...x.includes].join(' ')}" puts ${x.id} back.`,
      x,
    ),
  orphanBaseline: (x: At & { file: string; suite?: string | undefined }) =>
    say.warning(
      'orphan-baseline',
      x.suite === undefined
        ? `No suite of this project has the baseline ${x.file}, so nothing is held against it.`
        : `${x.file} is the baseline of "${x.suite}", and no suite has that name, so nothing is held against it.`,
      `Was the suite renamed, run it, "evals baseline accept" it, and remove the file. Should it be there still, take it back from git. Is it gone for good, remove the file too.`,
      x,
    ),
  lockWithoutBaseline: (x: At & { prompts: readonly string[] }) =>
    say.warning(
      'lock-without-baseline',
      `prompts/lock.json holds ${say.list(x.prompts)}, and no baseline was accepted with ${x.prompts.length > 1 ? 'them' : 'it'}: one was removed, so nothing is held against it.`,
      'git checkout -- evals/baselines puts it back. Was it meant to go, the next "evals baseline accept" writes the lock anew.',
      x,
    ),
  lockMissingEntry: (
    x: At & { id: string; digest: string; baselines: readonly string[]; isThere: boolean },
  ) =>
    say.error(
      'lock-missing-entry',
      x.isThere
        ? `prompts/lock.json does not hold ${x.id}, which a baseline was accepted with (${x.baselines.join(', ')}).`
        : `prompts/lock.json is not there, and a baseline was accepted with ${x.id} (${x.baselines.join(', ')}).`,
      x.isThere
        ? `git checkout -- prompts/lock.json puts it back. If it was never committed, add to its "prompts": "${x.id}": "${x.digest}"`
        : `git checkout -- prompts/lock.json puts it back. If it was never committed, write it anew: {"schemaVersion": 1, "prompts": {"${x.id}": "${x.digest}"}}`,
      x,
    ),
  lockedPromptGone: (x: At & { id: string; baselines: readonly string[] }) =>
    say.warning(
      'locked-prompt-gone',
      `${x.id} is not there any more, and a baseline was accepted with it${x.baselines.length > 0 ? ` (${x.baselines.join(', ')})` : ''}.`,
      'Take it back from git, so that one can see what later versions are compared with.',
      x,
    ),
  brokenPromptLock: (x: At & { file: string; detail: string }) =>
    say.error(
      'broken-prompt-lock',
      `${x.file} cannot be read: ${x.detail}.`,
      `git checkout -- ${x.file} puts it back. After a merge it holds the versions of both sides.`,
      x,
    ),
  newerPromptLock: (x: At & { file: string; version: number }) =>
    say.error(
      'newer-prompt-lock',
      `${x.file} was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  noBaseline: (x: At) =>
    say.error(
      'no-baseline',
      'There is no baseline yet.',
      'Run a suite, then keep what it does: evals baseline accept --reason "first one"',
      x,
    ),
  baselineMoved: (x: At & { suite: string; reasons: readonly string[] }) =>
    say.error(
      'baseline-moved',
      [
        `The baseline of ${x.suite} cannot be asked again as it was. Since it was accepted:`,
        ...x.reasons.map((one) => `- ${one}`),
      ].join('\n'),
      'Accept what is there now: evals run, then evals baseline accept.',
      x,
    ),
};
