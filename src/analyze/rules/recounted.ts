import type { Comparison } from '../../domain/comparison.ts';
import type { Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { caseNames } from './case-names.ts';

type Recounted = NonNullable<Comparison['recounted']>;

const part = (ids: readonly string[], one: string, many: string) =>
  ids.length === 0
    ? []
    : [`${count(ids.length, 'case')} ${ids.length === 1 ? one : many} (${caseNames(ids)})`];

function lostTags(untagged: Recounted['untagged']): string[] {
  const tags = [...new Set(untagged.flatMap((one) => one.tags))];
  return tags.flatMap((tag) => {
    const ids = untagged.filter((one) => one.tags.includes(tag)).map((one) => one.case);
    return part(ids, `lost the tag \`${tag}\``, `lost the tag \`${tag}\``);
  });
}

/** Weights, groups and tags that the change under test brings with it do not decide its own comparison: that is told. */
export function recounted({ recounted: found }: Comparison): Ruling[] {
  if (!found) return [];
  const { weighed, grouped, untagged } = found;
  const parts = [
    ...part(weighed, 'weighs otherwise', 'weigh otherwise'),
    ...part(grouped, 'is grouped otherwise', 'are grouped otherwise'),
    ...lostTags(untagged),
  ];
  const cases = new Set([...weighed, ...grouped, ...untagged.map((one) => one.case)]);
  const counts =
    cases.size === 1 ? 'it counts as the baseline has it' : 'they count as the baseline has them';
  const sentence = `${parts.join('; ')}: ${counts}, until a new one is accepted.`;
  return [{ rule: 'baseline', verdict: 'warn', sentence }];
}
