import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';
import type { LabelItem } from './label-item.ts';

const nameOf = ({ label: { suite, check } }: LabelItem) => `--suite ${suite} --check ${check}`;

/**
 * The items of the one check that is meant. Throws a `Refusal` when there are none, when several checks could be meant,
 * and when two questions about the same output have one name.
 */
export function oneCheck(
  items: readonly LabelItem[],
  { check, run }: { check?: string | undefined; run: string },
): LabelItem[] {
  if (items.length === 0) throw new Refusal([problems.labelNothing({ run })]);
  const meant = check === undefined ? items : items.filter(({ label }) => label.check === check);
  if (meant.length === 0) {
    const names = [...new Set(items.map(({ label }) => label.check))];
    throw new Refusal([problems.unknownName({ kind: 'check that asks a judge', name: check!, names })]);
  }
  const checks = [...new Set(meant.map(nameOf))];
  if (checks.length > 1) throw new Refusal([problems.labelWhich({ checks })]);
  const twin = twinIn(meant);
  if (twin) throw new Refusal([problems.labelTwins({ check: twin.label.check, id: twin.label.case })]);
  return [...meant];
}

function twinIn(items: readonly LabelItem[]): LabelItem | undefined {
  const seen = new Set<string>();
  return items.find(({ label: { id } }) => seen.has(id) || !seen.add(id));
}
