import { listed } from './listed.ts';
import { type At, say } from './say.ts';

const putBack = (file: string) => `git checkout -- ${file} puts it back.`;

/** What can be wrong with the files of a holdout. No sentence holds a word of its cases. */
export const holdoutProblems = {
  holdoutPath: (x: At & { holdout: string; detail: string }) =>
    say.error(
      'holdout-path',
      `holdout: ${x.holdout} cannot be a holdout: ${x.detail}.`,
      'Name a YAML file of this project: holdout: ./refund-policy.holdout.yaml',
      x,
    ),
  noHoldoutFile: (x: At & { suite: string; plain: string; sealed: string; isSealed: boolean }) =>
    x.isSealed
      ? say.error(
          'no-holdout-file',
          `${x.sealed} is missing, and the lock beside it says that the holdout is sealed.`,
          putBack(x.sealed),
          x,
        )
      : say.error(
          'no-holdout-file',
          `There is neither ${x.plain} nor ${x.sealed}.`,
          `Write the cases into the first one, or take some of the suite's: evals holdout split ${x.suite} --share 0.3`,
          x,
        ),
  holdoutLink: (x: At & { file: string; link: string }) =>
    say.error(
      'holdout-link',
      x.file === x.link
        ? `${x.file} is a link. A holdout is read from a file of this project itself.`
        : `${x.file} lies behind a link (${x.link}). A holdout is read from a file of this project itself.`,
      'Put the file itself there.',
      x,
    ),
  holdoutUnreadable: (x: At & { file: string; detail: string }) =>
    say.error('holdout-unreadable', `${x.file} cannot be read: ${x.detail}.`, undefined, x),
  holdoutBeside: (x: At & { suite: string; plain: string; sealed: string }) =>
    say.error(
      'holdout-beside',
      `${x.plain} lies in plain text beside ${x.sealed}: what anyone can read is not sealed.`,
      `If it was left over, remove it. If it has new cases: evals holdout add ${x.suite} --from ${x.plain}, then remove it.`,
      x,
    ),
  holdoutLockMissing: (x: At & { suite: string; file: string; lock: string }) =>
    say.error(
      'holdout-lock-missing',
      `${x.file} has no ${x.lock}: nobody can tell whether it is what was sealed.`,
      putBack(x.lock),
      x,
    ),
  /** An ordinary run goes on; a look at the holdout does not. */
  holdoutLoose: (x: At & { suite: string; plain: string; isThawed: boolean; isRun?: boolean }) => {
    const state = x.isThawed ? 'is thawed' : 'was never frozen';
    const hint = `evals holdout freeze ${x.suite}`;
    return x.isRun
      ? say.error('holdout-loose', `${x.plain} ${state}: what it says today nobody has fixed.`, hint, x)
      : say.warning('holdout-loose', `${x.plain} ${state}: an edit of it goes unseen.`, hint, x);
  },
  holdoutRetired: (x: At & { suite: string; file: string; at: string; isRun?: boolean }) => {
    const text = `The holdout ${x.file} was opened on ${x.at.slice(0, 10)}, and is none any more: whoever saw it may have fitted to it.`;
    const hint = `Write new cases and seal them (evals holdout seal ${x.suite}), or take the key holdout: out of the suite.`;
    return x.isRun
      ? say.error('holdout-retired', text, hint, x)
      : say.warning('holdout-retired', text, hint, x);
  },
  holdoutLockConflict: (x: At & { file: string }) =>
    say.error(
      'holdout-lock-conflict',
      `${x.file} holds the marks of a merge that is not finished.`,
      'Take one side whole, with the sealed file of the same side (git checkout --ours, or --theirs, with both files). What the other side had added or frozen is to be done again.',
      x,
    ),
  brokenHoldoutLock: (x: At & { file: string; detail: string }) =>
    say.error('broken-holdout-lock', `${x.file} is no lock of a holdout: ${x.detail}.`, putBack(x.file), x),
  newerHoldoutLock: (x: At & { file: string; version: number }) =>
    say.error(
      'newer-holdout-lock',
      `${x.file} was written by a newer evals (format ${x.version}).`,
      'Update evals to read it.',
      x,
    ),
  editedHoldoutLock: (x: At & { file: string; detail: string }) =>
    say.error(
      'edited-holdout-lock',
      `${x.file} is not as "evals holdout" writes it: ${x.detail}.`,
      `A lock is never edited by hand: ${putBack(x.file)}`,
      x,
    ),
  holdoutLockMoved: (x: At & { file: string }) =>
    say.error(
      'holdout-lock-moved',
      `${x.file} was changed by somebody else meanwhile, and its records are kept for good: nothing was written.`,
      'Try again.',
      x,
    ),
  holdoutOfOther: (x: At & { file: string; suite: string; of: string }) =>
    say.error(
      'holdout-of-other',
      `${x.file} is of the holdout of suite "${x.of}", not of "${x.suite}".`,
      `A holdout is bound to the name of its suite: if the suite was renamed, give it back its name. Else ${putBack(x.file)}`,
      x,
    ),
  holdoutEdited: (
    x: At & {
      suite: string;
      file: string;
      at: string;
      added: readonly string[];
      removed: readonly string[];
      edited: readonly string[];
      isCanary: boolean;
    },
  ) => {
    const changes = [
      ...(x.edited.length > 0 ? [`edited: ${listed(x.edited)}`] : []),
      ...(x.added.length > 0 ? [`added: ${listed(x.added)}`] : []),
      ...(x.removed.length > 0 ? [`removed: ${listed(x.removed)}`] : []),
      ...(x.isCanary ? ['its canary is another one'] : []),
    ];
    return say.error(
      'holdout-edited',
      `${x.file} was changed since it was frozen on ${x.at.slice(0, 10)} (${changes.join('; ')}).`,
      `${putBack(x.file)} If the edit is meant: evals holdout thaw ${x.suite} --reason "…", then freeze it again. That stays in the lock for good.`,
      x,
    );
  },
  holdoutChanged: (x: At & { file: string; lock: string }) =>
    say.error(
      'holdout-changed',
      `${x.file} is not the file that ${x.lock} describes: it was changed or cut off, or is an older one or that of another suite.`,
      `git checkout -- ${x.file} ${x.lock} puts both back, as they belong together.`,
      x,
    ),
  holdoutDamaged: (x: At & { file: string; part: number; parts: number }) =>
    say.error(
      'holdout-damaged',
      `${x.file} is damaged: ${x.parts > 1 ? `its part ${x.part} of ${x.parts} ` : 'it '}was changed or cut off after it was encrypted, and does not open.`,
      putBack(x.file),
      x,
    ),
  holdoutKeyMissing: (x: At & { file: string }) =>
    say.error(
      'holdout-key-missing',
      `${x.file} is sealed, and EVALS_HOLDOUT_KEY is not set.`,
      'Set it to the secret age key (AGE-SECRET-KEY-1…) of one of its recipients: in the secrets of the CI, in the environment, or in .env. Without one, "evals holdout add" and "evals holdout check" still work.',
      x,
    ),
  holdoutKeyMalformed: (x: At) =>
    say.error(
      'holdout-key-malformed',
      'EVALS_HOLDOUT_KEY is no secret age key.',
      'It begins with AGE-SECRET-KEY-1; "evals holdout keygen" makes one. Several may stand in it, with spaces or line ends between them.',
      x,
    ),
  holdoutKeyWrong: (x: At & { file: string; recipients: readonly string[]; own: readonly string[] }) =>
    say.error(
      'holdout-key-wrong',
      `${x.file} is not sealed to this key (${x.own.join(', ')}); it is to ${x.recipients.join(', ')}.`,
      'Who can open it may let this key in: evals holdout rekey <suite> --add <recipient>.',
      x,
    ),
  holdoutSwapped: (x: At & { file: string; lock: string; detail: string }) =>
    say.error(
      'holdout-swapped',
      `What is sealed in ${x.file} is not what ${x.lock} says: ${x.detail}.`,
      `git checkout -- ${x.file} ${x.lock} puts both back, as they belong together.`,
      x,
    ),
  holdoutShape: (x: At & { file: string; detail: string }) =>
    say.error(
      'holdout-shape',
      `${x.file} is not as a holdout is: ${x.detail}.`,
      'It has a list cases:, each with an id, as a suite has, and a line canary: that "evals holdout" writes.',
      x,
    ),
  holdoutOutside: (x: At & { file: string; what: string }) =>
    say.error(
      'holdout-outside',
      `${x.what} in ${x.file} leads to another file, which could be read and edited by anyone.`,
      'Write what it says into the case itself (a YAML block: |).',
      x,
    ),
  sealedCase: (
    x: At & { suite: string; file: string; number: number | undefined; of: number; code: string },
  ) =>
    say.error(
      'sealed-case',
      `${x.number === undefined ? 'A case' : `Case ${x.number} of ${x.of}`} in ${x.file} does not fit suite "${x.suite}" as it is now (${x.code}). What it says is not shown.`,
      'Put back what was changed in the suite, its prompts or its graders since it was frozen.',
      x,
    ),
  noHoldout: (x: At & { suite: string }) =>
    say.error(
      'no-holdout',
      `Suite "${x.suite}" has no holdout.`,
      `evals holdout split ${x.suite} --share 0.3 takes a part of its cases; or write new ones into a file and name it: holdout: ./${x.suite}.holdout.yaml`,
      x,
    ),
};
