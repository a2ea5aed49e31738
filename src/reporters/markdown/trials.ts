import type { ArmSummary, Notable } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { fence } from '../../text/fence.ts';
import { truncate } from '../../text/truncate.ts';
import { type FailureGroup, failureGroups } from '../comparison/failure-groups.ts';
import { fold } from './fold.ts';

const longest = 600;
const most = 10;

function trial(notable: Notable, repeats: number): string {
  const repeat = repeats > 1 ? ` repeat ${notable.repeat}` : '';
  const marks = [...(notable.adversarial === undefined ? [] : [notable.adversarial]), ...notable.tags];
  const tail = marks.length > 0 ? ` ${escapeMarkdown(marks.join(' · '))}` : '';
  const part = (name: string, text: string | undefined) =>
    text === undefined ? [] : [name, '', fence(truncate(text, longest)), ''];
  return [
    `**${escapeMarkdown(truncate(notable.case, 200))}**${repeat}${tail}`,
    '',
    ...notable.reasons.slice(0, 4).map((reason) => `- ${escapeMarkdown(truncate(reason, longest))}`),
    '',
    ...part('expected', notable.expected),
    ...part('got', notable.got),
  ].join('\n');
}

function causes(arm: ArmSummary, status: 'errored' | 'ungraded'): string[] {
  const rows = (arm.causes ?? []).filter((cause) => cause.status === status).slice(0, most);
  if (rows.length === 0) return [];
  const lines = rows.map(({ trials, message, case: example }) => {
    return `- ${trials} × ${escapeMarkdown(message)}, e.g. ${escapeMarkdown(example)}`;
  });
  return [fold(`${count(arm.counts[status], `${status} trial`)}, not counted as failed`, lines.join('\n'))];
}

function failed({ title, trials: all, notable }: FailureGroup, repeats: number): string {
  const shown = notable.slice(0, most);
  const more = all - shown.length;
  const inside = shown.map((one) => trial(one, repeats)).join('\n---\n\n');
  const name = title === 'Failed' ? count(all, 'failed trial') : `${title}: ${count(all, 'trial')}`;
  return fold(name, `${inside}${more > 0 ? `\n… and ${more} more.` : ''}`);
}

/** The failing trials and the reasons of those without a verdict, folded away; each part stands alone. */
export function trials(arm: ArmSummary, repeats: number): string[] {
  return [
    ...failureGroups(arm)
      .filter(({ notable }) => notable.length > 0)
      .map((group) => failed(group, repeats)),
    ...causes(arm, 'errored'),
    ...causes(arm, 'ungraded'),
  ];
}
