import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { HoldoutLock } from '../../domain/holdout.ts';
import { problems } from '../../domain/problems.ts';
import { openSealed } from '../../store/holdout/open-sealed.ts';
import { recipientsOf } from '../../store/holdout/recipients-of.ts';
import { rekeyed } from '../../store/holdout/rekeyed.ts';
import { splitIdentities } from '../../store/holdout/split-identities.ts';
import { count } from '../../text/count.ts';
import { keepLock } from '../holdout/keep-lock.ts';
import { oneHoldout } from '../holdout/one-holdout.ts';
import { recipientsIn } from '../holdout/recipients-in.ts';
import { refuseState } from '../holdout/refuse-state.ts';
import { review } from '../holdout/review.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals holdout rekey`: seals the same cases to other keys. Takes one that opens them today. */
export async function rekeyHoldout(input: CommandInput, world: World): Promise<ExitCode> {
  const chosen = await oneHoldout(input, world);
  const seen = await review(chosen);
  const { suite, files, env } = chosen;
  if (!('messages' in seen) || seen.state !== 'sealed') throw refuseState('rekey', seen, suite);
  const sealed = seen.lock.sealed!;
  const [added, removed] = await Promise.all([input.options.add, input.options.remove].map(recipientsIn));
  const recipients = changed(sealed.recipients, added!, removed!, files.lock);
  const identity = env.EVALS_HOLDOUT_KEY;
  const opened = await openSealed({ ...seen, identity });
  if (!opened.value) throw new Refusal(opened.problems);
  const { text, lock } = await rekeyed({ ...seen, sealed, batches: opened.value.batches }, recipients);
  const happened = { what: 'rekeyed' as const, recipients: lock.sealed!.recipients };
  await keepLock(chosen, { lock, happened, changed: { file: files.sealed, text } }, world);
  const own = (await recipientsOf(splitIdentities(identity!)))!;
  const isIn = own.some((one) => recipients.includes(one));
  const last = `Commit ${files.sealed} and ${files.lock}.\n`;
  world.out.write([...told(files.sealed, lock, { isIn, isOut: removed!.length > 0 }), last].join('\n'));
  return exitCode.done;
}

function told(
  file: string,
  { sealed }: HoldoutLock,
  { isIn, isOut }: { isIn: boolean; isOut: boolean },
): string[] {
  const { recipients } = sealed!;
  return [
    `${file} is sealed to ${count(recipients.length, 'key')} now: ${recipients.join(', ')}.`,
    ...(isIn ? [] : ['The key in EVALS_HOLDOUT_KEY is not among them.']),
    ...(isOut
      ? [
          "What was removed still opens the file as git's history has it: for cases that they must not know, seal new ones.",
        ]
      : []),
  ];
}

/** The recipients after the change. Throws a `Refusal` for one that is not there, for none at the end, and for no change. */
function changed(
  before: readonly string[],
  added: readonly string[],
  removed: readonly string[],
  file: string,
): string[] {
  const stranger = removed.find((one) => !before.includes(one));
  if (stranger !== undefined) throw new Refusal([problems.holdoutStranger({ file, recipient: stranger })]);
  const now = [...new Set([...before, ...added])].filter((one) => !removed.includes(one));
  if (now.length === 0) throw new Refusal([problems.badFlag({ detail: 'nobody could open it any more' })]);
  const isSame = now.length === before.length && removed.length === 0;
  if (isSame)
    throw new Refusal([
      problems.badFlag({ detail: 'rekey needs --add or --remove, with a key that changes something' }),
    ]);
  return now;
}
