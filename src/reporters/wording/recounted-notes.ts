import type { Comparison } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { caseList } from './case-list.ts';
import type { Note } from './unpaired-notes.ts';

/** The cases that the later side weighs, groups or tags otherwise; what the earlier side has is what counts. */
export function recountedNotes({ recounted }: Pick<Comparison, 'recounted'>): Note[] {
  if (!recounted) return [];
  const { weighed, grouped, untagged } = recounted;
  const part = (ids: readonly string[], one: string, many: string) =>
    ids.length === 0
      ? []
      : [`${count(ids.length, 'case')} ${ids.length === 1 ? one : many}: ${caseList(ids)}`];
  const parts = [
    ...part(weighed, 'weighs otherwise', 'weigh otherwise'),
    ...part(grouped, 'is grouped otherwise', 'are grouped otherwise'),
    ...part(
      untagged.map((one) => one.case),
      'lost tags',
      'lost tags',
    ),
  ];
  return [{ text: `${parts.join('; ')}. Here they count as before.`, isGrave: true, isRuled: true }];
}
