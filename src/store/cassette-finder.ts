import type { CassetteLabel, CassetteModel, CassetteRequest } from '../domain/cassette.ts';
import type { Request } from '../domain/request.ts';
import { cassetteLabel } from '../plan/cassette-label.ts';
import { cassetteRequest } from '../plan/cassette-request.ts';
import { requestDigest } from '../plan/request-digest.ts';
import { fitsRedacted } from '../text/fits-redacted.ts';
import type { EntrySpot } from './cassette-spots.ts';

/** Finds the entry that answers a request. */
export type CassetteFinder = {
  find(asked: CassetteModel, request: Request): EntrySpot | undefined;
  /** The entries of the same case with the likest label. */
  likeness(label: CassetteLabel): EntrySpot[];
  unused(isPlanned: (label: CassetteLabel) => boolean): number;
};

const keyOf = ({ suite, case: one, prompt = '', model, repeat }: CassetteLabel) =>
  `${suite}\0${one}\0${prompt}\0${model}\0${repeat}`;
const caseOf = ({ suite, case: one }: CassetteLabel) => `${suite}\0${one}`;

/**
 * The request itself decides: its own entry (same label) comes first, then any of the same content, as a case or a
 * model may have got another name. Where a secret was taken out when it was recorded, any text fits: the environment
 * that replays need not know the secret, and need not take out the same words.
 */
export function cassetteFinder(
  entries: readonly EntrySpot[],
  requestAt: (spot: EntrySpot) => CassetteRequest | undefined,
): CassetteFinder {
  const byLabel = grouped(entries, ({ label }) => keyOf(label));
  const byDigest = new Map([...entries].reverse().map((spot) => [spot.digest, spot]));
  const isMarked = ({ label }: EntrySpot) => keyOf(label).includes('[redacted]');
  const marked = entries.filter(isMarked);
  const used = new Set<EntrySpot>();
  const toRequest = cassetteRequest();
  const toWhole = cassetteRequest(undefined, Number.POSITIVE_INFINITY);
  const search = (asked: CassetteModel, request: Request): EntrySpot | undefined => {
    const label = cassetteLabel(asked.model.name, request);
    const digest = requestDigest(toRequest(asked, request), label.repeat);
    const own = byLabel.get(keyOf(label)) ?? [];
    const fits = (spot: EntrySpot) =>
      spot.digest === digest || (spot.isRedacted && fitsRedacted(requestAt(spot), toWhole(asked, request)));
    return (
      own.find((spot) => spot.digest === digest) ??
      own.find(fits) ??
      byDigest.get(digest) ??
      marked.find((spot) => fitsRedacted(keyOf(spot.label), keyOf(label)) && fits(spot))
    );
  };
  let byCase: Map<string, EntrySpot[]> | undefined;
  return {
    find(asked, request) {
      const found = search(asked, request);
      if (found) used.add(found);
      return found;
    },
    likeness(label) {
      byCase ??= grouped(entries, ({ label: one }) => caseOf(one));
      const likeness = ({ label: one }: EntrySpot) =>
        (one.model === label.model ? 4 : 0) +
        (one.prompt === label.prompt ? 2 : 0) +
        (one.repeat === label.repeat ? 1 : 0);
      const alike = byCase.get(caseOf(label)) ?? [];
      const most = Math.max(...alike.map(likeness));
      return alike.filter((spot) => likeness(spot) === most);
    },
    unused: (isPlanned) => entries.filter((spot) => !used.has(spot) && isPlanned(spot.label)).length,
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
