import type { Case } from '../../domain/case.ts';
import type { HoldoutContent, HoldoutLock } from '../../domain/holdout.ts';
import { sealSettings } from '../../domain/seal-settings.ts';
import type { Suite } from '../../domain/suite.ts';
import { sealSet } from '../../store/holdout/seal-set.ts';
import { count } from '../../text/count.ts';
import type { World } from '../world.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';
import { heldFingerprints } from './held-fingerprints.ts';
import { keepLock } from './keep-lock.ts';
import type { SealTerms } from './seal-terms-of.ts';
import { verifySeal } from './verify-seal.ts';

/** What is sealed: as it is written, as it was loaded, and the suite with its other cases. */
export type Sealing = {
  content: HoldoutContent & { canary: string };
  held: readonly Case[];
  own: readonly Case[];
  suite: Suite;
  before: HoldoutLock | undefined;
};

/** Seals cases, opens them again in memory where a key is at hand, writes the sealed file and its lock, and says so in sentences. */
export async function sealContent(
  chosen: ChosenHoldout,
  { content, held, own, suite, before }: Sealing,
  { recipients, looks, promotions }: SealTerms,
  world: World,
): Promise<string[]> {
  const { files } = chosen;
  const set = await sealSet({
    ...content,
    suite: chosen.suite,
    recipients,
    settings: sealSettings(suite, { looks, promotions }),
    toFingerprints: (key) => heldFingerprints(held, own, key),
  });
  const isOpened = await verifySeal(set, content, chosen);
  const lock = { ...set.lock, records: before?.records ?? [] };
  const happened = { what: 'sealed' as const, recipients: set.lock.sealed.recipients };
  await keepLock(chosen, { lock, happened, changed: { file: files.sealed, text: set.text } }, world);
  const seen = isOpened ? ', and opened again to see that it can be' : '';
  return [
    `${count(lock.cases, 'case')} of ${chosen.suite} sealed in ${files.sealed} to ${count(recipients.length, 'key')}${seen}.`,
    `${count(looks, 'look')}, ${count(promotions, 'promotion')}. Commit ${files.sealed} and ${files.lock}.`,
  ];
}
