import { ledgerStanding } from '../../analyze/looks/ledger-standing.ts';
import type { HoldoutLock, HoldoutRecord } from '../../domain/holdout.ts';
import type { Look } from '../../domain/look.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { ChosenHoldout } from './choose-holdouts.ts';

/** What is shown of one holdout; the looks are those of its ledger. */
export type HoldoutStatus = { state: string; lock: HoldoutLock | undefined; looks: readonly Look[] };

/** The lines that say what a holdout is, who can open it, how often it was looked at and what happened to it. */
export function statusPage({ suite, files }: ChosenHoldout, { state, lock, looks }: HoldoutStatus): string[] {
  const isSealed = state === 'sealed' || state === 'retired';
  const words = state === 'loose' ? 'neither frozen nor sealed' : state;
  const heading = `${clean(suite)}  ${words}  ${isSealed ? files.sealed : files.plain}`;
  if (!lock) return [heading];
  const { cases, sealed, records } = lock;
  return [
    heading,
    `  ${count(cases, 'case')}${sealed ? `, sealed to ${sealed.recipients.join(', ')}` : ''}`,
    `  ${spent(lock, looks)}`,
    ...records.map((record) => `  ${line(record)}`),
  ];
}

const clean = (text: string) => oneLine(toScreen(text));

function spent({ sealed, records }: HoldoutLock, looks: readonly Look[]): string {
  const { charged, passed, candidates } = ledgerStanding(looks, sealed?.set ?? records[0]!.root);
  if (!sealed) return `${count(candidates.size, 'candidate')} looked at`;
  const { settings } = sealed;
  return `${charged} of ${count(settings.looks, 'look')} spent, ${passed} of ${count(settings.promotions, 'promotion')}`;
}

function line({ what, at, by, commit, dirty, reason, cases }: HoldoutRecord): string {
  const place = commit ? ` at ${commit.slice(0, 10)}${dirty ? ' with changes' : ''}` : '';
  const why = reason ? `: “${reason}”` : '';
  return clean(`${at.slice(0, 10)}  ${what} by ${by}${place}, ${count(cases, 'case')}${why}`);
}
