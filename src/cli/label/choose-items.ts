import type { Pick } from '../../domain/label.ts';
import { sha256 } from '../../text/sha256.ts';
import { toGlob } from '../../text/to-glob.ts';
import type { LabelItem } from './label-item.ts';

/** Which of the items of one check are meant. */
export type ItemChoice = {
  /** Globs of case ids. */
  only?: readonly string[] | undefined;
  limit?: number | undefined;
  seed: number;
  /** How each item was picked by an audit, by its id; undefined without one. */
  picks?: Readonly<Record<string, 'discordant' | 'concordant'>> | undefined;
};

/**
 * The items that are to be labelled, shuffled. The place of an item comes from the seed and its own id, so that it is
 * the same in a run that has more of them, and whatever anybody said of it: each beginning is a random sample.
 */
export function chooseItems(
  items: readonly LabelItem[],
  { only, limit, seed, picks }: ItemChoice,
): LabelItem[] {
  const globs = only?.map((pattern) => toGlob(pattern.normalize('NFC')));
  const meant = items.filter(
    ({ label }) =>
      (!picks || Object.hasOwn(picks, label.id)) && (!globs || globs.some((fits) => fits(label.case))),
  );
  const ranked = meant.map((item) => ({ item, rank: sha256(`${seed} ${item.label.id}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return ranked
    .slice(0, limit)
    .map(({ item }) => withPick(item, picks?.[item.label.id] ?? (only ? undefined : 'random')));
}

/** Of cases that somebody chose by their names nothing follows for the others: these labels are of no random part. */
function withPick(item: LabelItem, pick: Pick | undefined): LabelItem {
  const { pick: _, ...label } = item.label;
  return { ...item, label: pick ? { ...label, pick } : label };
}
