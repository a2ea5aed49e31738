import { count } from '../../text/count.ts';
import type { HoldoutKind } from '../holdout.ts';
import { listed } from './listed.ts';
import { type At, say } from './say.ts';

/** What a holdout can be when a command meets it. */
type HoldoutState = HoldoutKind | 'loose';

const reseal = (suite: string) =>
  `Write new cases into its plain file: evals holdout seal ${suite} --to age1…`;
const states: Record<HoldoutState, { now: string; next(suite: string, file: string): string }> = {
  loose: {
    now: 'it was never frozen or sealed',
    next: (suite) => `evals holdout freeze ${suite}, or evals holdout seal ${suite} --to age1…`,
  },
  frozen: {
    now: 'it is frozen, in plain text',
    next: (suite) =>
      `evals holdout thaw ${suite} --reason "…" lets it be edited, evals holdout seal ${suite} --to age1… encrypts it.`,
  },
  thawed: {
    now: 'it is thawed, in plain text',
    next: (suite, file) => `Edit ${file}, then evals holdout freeze ${suite}.`,
  },
  sealed: {
    now: 'it is sealed',
    next: (suite) => `evals holdout add ${suite} adds cases, rekey changes who can open it, open ends it.`,
  },
  retired: { now: 'it was opened, and is a holdout no more', next: reseal },
};

/** What `evals holdout` refuses to do. */
export const holdoutCommandProblems = {
  holdoutState: (x: At & { command: string; state: HoldoutState; suite: string; file: string }) => {
    const { now, next } = states[x.state];
    return say.error(
      'holdout-state',
      `"evals holdout ${x.command}" is not for the holdout of ${x.suite}: ${now}.`,
      next(x.suite, x.file),
      x,
    );
  },
  holdoutReason: (x: At & { command: string }) =>
    say.error(
      'holdout-reason',
      'What is done to a holdout stays in its lock with the reason for it, and --reason is missing.',
      `evals holdout ${x.command} --reason "case 12 expects the old policy"`,
      x,
    ),
  holdoutNoRecipient: (x: At & { suite: string }) =>
    say.error(
      'holdout-no-recipient',
      'A holdout is sealed to public keys, and --to is missing.',
      `"evals holdout keygen" makes a key pair; evals holdout seal ${x.suite} --to age1…`,
      x,
    ),
  holdoutRecipient: (x: At & { recipient: string | undefined }) =>
    x.recipient === undefined
      ? say.error(
          'holdout-recipient',
          'That is a secret key, and public ones are asked for. It stands in the history of your shell now.',
          'Its public key begins with age1: "evals holdout keygen" showed both. Make new ones if anyone could have seen it.',
          x,
        )
      : say.error(
          'holdout-recipient',
          `"${x.recipient}" is no public age key.`,
          'It begins with age1, and has a checksum: copy all of it.',
          x,
        ),
  holdoutStranger: (x: At & { file: string; recipient: string }) =>
    say.error(
      'holdout-stranger',
      `${x.recipient} cannot be removed: ${x.file} does not name it.`,
      '"evals holdout status" shows who can open it.',
      x,
    ),
  holdoutNotSealed: (x: At & { file: string }) =>
    say.error(
      'holdout-not-sealed',
      `What was sealed is not what ${x.file} says. Nothing was written or removed.`,
      'A value in it does not survive JSON: put quotes around what is no plain number or text.',
      x,
    ),
  holdoutNoCases: (x: At) =>
    say.error(
      'holdout-no-cases',
      'There are no cases to add: they are read from standard input.',
      'evals holdout add <suite> < cases.jsonl; or --from cases.yaml',
      x,
    ),
  holdoutCopies: (x: At & { file: string; ids: readonly string[] }) =>
    say.error(
      'holdout-copies',
      `${count(x.ids.length, 'case')} ${x.ids.length === 1 ? 'is' : 'are'} in ${x.file} already: ${listed(x.ids)}. Nothing was added.`,
      'Take them out: twice, they would count twice.',
      x,
    ),
  holdoutSeen: (x: At & { file: string; ids: readonly string[] }) =>
    say.error(
      'holdout-seen',
      `${count(x.ids.length, 'case')} ${x.ids.length === 1 ? 'was' : 'were'} in the set that was opened (${x.file}): ${listed(x.ids)}.`,
      'What was seen is no holdout any more: write new cases.',
      x,
    ),
  holdoutFileExists: (x: At & { file: string }) =>
    say.error(
      'holdout-file-exists',
      `${x.file} is there already, and nothing is overwritten.`,
      'Give it another name.',
      x,
    ),
  holdoutKeyInGit: (x: At & { file: string }) =>
    say.error(
      'holdout-key-in-git',
      `${x.file} would lie in the project, where git takes it in with the next "git add".`,
      'Name a file outside of it, or one that git ignores.',
      x,
    ),
  holdoutExists: (x: At & { suite: string; file: string }) =>
    say.error(
      'holdout-exists',
      `The holdout of ${x.suite} has a file already: ${x.file}.`,
      `evals holdout status ${x.suite} says what it is. A set that is over is moved away before another one takes its name.`,
      x,
    ),
  holdoutSplitEmpty: (x: At & { suite: string; cases: number }) =>
    say.error(
      'holdout-split-empty',
      `${count(x.cases, 'case')} of ${x.suite} cannot be split so: one of the two parts would be empty.`,
      'Whole families go together (a group, a parent with its variants, near duplicates). Write more cases, or take another share.',
      x,
    ),
  holdoutSplitFile: (x: At & { file: string }) =>
    say.error(
      'holdout-split-file',
      `Cases of ${x.file} would be taken out, and only lines of JSONL can be.`,
      'Turn the file into JSONL first, or take the cases out by hand and name the file with them: holdout: ./….holdout.yaml',
      x,
    ),
  holdoutSplitMapped: (x: At & { file: string }) =>
    say.error(
      'holdout-split-mapped',
      `Rows become cases by a mapping (case:) in ${x.file}, and a holdout has its cases as they are.`,
      'Write the rows as cases first, so that they need no mapping.',
      x,
    ),
  holdoutSplitAnchor: (x: At & { file: string; anchor: string }) =>
    say.error(
      'holdout-split-anchor',
      `A case that would be taken out of ${x.file} has the anchor &${x.anchor}, and what stays means it by *${x.anchor}.`,
      'Write out what the alias stands for, or take another seed.',
      x,
    ),
};
