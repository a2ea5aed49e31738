import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import { sealSettings } from '../../domain/seal-settings.ts';
import { sealSet } from '../../store/holdout/seal-set.ts';
import { count } from '../../text/count.ts';
import { heldFingerprints } from '../holdout/held-fingerprints.ts';
import { inHistory } from '../holdout/in-history.ts';
import { keepLock } from '../holdout/keep-lock.ts';
import { loadHeld } from '../holdout/load-held.ts';
import { oneHoldout } from '../holdout/one-holdout.ts';
import { recipientsIn } from '../holdout/recipients-in.ts';
import { refuseSeen } from '../holdout/refuse-seen.ts';
import { sealable } from '../holdout/sealable.ts';
import { verifySeal } from '../holdout/verify-seal.ts';
import { wholeNumber } from '../holdout/whole-number.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** So many looks, and candidates that may pass, where nothing is said. */
const usual = { looks: 10, promotions: 1 };

/** `evals holdout seal`: encrypts the holdout to public keys and removes the plain file, once all is on the disk. */
export async function sealHoldout(input: CommandInput, world: World): Promise<ExitCode> {
  const chosen = await oneHoldout(input, world);
  const { suite, files, root } = chosen;
  const recipients = await recipientsIn(input.options.to);
  if (recipients.length === 0) throw new Refusal([problems.holdoutNoRecipient({ suite })]);
  const looks = wholeNumber(input, 'looks', usual.looks, 1000);
  const promotions = wholeNumber(input, 'promotions', usual.promotions, looks);
  const { text, content, before } = await sealable(chosen);
  const own = await loadHeld(chosen);
  const held = await loadHeld(chosen, { text, file: files.plain, isSecret: false });
  refuseSeen(before, held.cases, files);
  const set = await sealSet({
    ...content,
    suite,
    recipients,
    settings: sealSettings(held.suite, { looks, promotions }),
    toFingerprints: (key) => heldFingerprints(held.cases, own.cases, key),
  });
  const isOpened = await verifySeal(set, content, chosen);
  const lock = { ...set.lock, records: before?.records ?? [] };
  const happened = { what: 'sealed' as const, recipients: set.lock.sealed.recipients };
  await keepLock(chosen, { lock, happened, changed: { file: files.sealed, text: set.text } }, world);
  await rm(join(root, files.plain));
  world.out.write(
    [
      `${count(lock.cases, 'case')} of ${suite} sealed in ${files.sealed} to ${count(recipients.length, 'key')}${isOpened ? ', and opened again to see that it can be' : ''}. ${files.plain} is removed.`,
      `${count(looks, 'look')} with ${count(promotions, 'promotion')}. Commit ${files.sealed} and ${files.lock}.`,
      ...(await inHistory(root, files.plain)),
      '',
    ].join('\n'),
  );
  return exitCode.done;
}
