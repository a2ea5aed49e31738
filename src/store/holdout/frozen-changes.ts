import type { HoldoutContent, HoldoutLock } from '../../domain/holdout.ts';
import { holdoutLeaves } from '../../domain/holdout-leaves.ts';
import { sha256 } from '../../text/sha256.ts';

/** Ids of the cases that are not as they were, in the order of the ids. */
export type FrozenChanges = {
  added: string[];
  removed: string[];
  edited: string[];
  isCanary: boolean;
};

/** What differs between a file and what was frozen; undefined when nothing does. */
export function frozenChanges(
  { leaves, canary }: Pick<HoldoutLock, 'leaves' | 'canary'>,
  content: HoldoutContent,
): FrozenChanges | undefined {
  const before = new Map(Object.entries(leaves));
  const now = new Map(Object.entries(holdoutLeaves.frozen(content.cases)));
  const changes = {
    added: [...now.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !now.has(id)),
    edited: [...now].flatMap(([id, leaf]) => (before.has(id) && before.get(id) !== leaf ? [id] : [])),
    isCanary: content.canary === undefined || sha256(content.canary) !== canary,
  };
  const { added, removed, edited, isCanary } = changes;
  return added.length + removed.length + edited.length > 0 || isCanary ? changes : undefined;
}
