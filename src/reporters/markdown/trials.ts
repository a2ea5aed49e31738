import type { ArmSummary, Notable } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { fence } from '../../text/fence.ts';
import { truncate } from '../../text/truncate.ts';

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

const fold = (title: string, inside: string) =>
  `<details><summary>${title}</summary>\n\n${inside}\n\n</details>\n\n`;

function causes(arm: ArmSummary, status: 'errored' | 'ungraded'): string[] {
  const rows = (arm.causes ?? []).filter((cause) => cause.status === status).slice(0, most);
  if (rows.length === 0) return [];
  const lines = rows.map(({ trials, message, case: example }) => {
    return `- ${trials} × ${escapeMarkdown(message)}, e.g. ${escapeMarkdown(example)}`;
  });
  return [fold(`${count(arm.counts[status], `${status} trial`)}, not counted as failed`, lines.join('\n'))];
}

/** The failing trials and the reasons of those without a verdict, folded away; each part stands alone. */
export function trials(arm: ArmSummary, repeats: number): string[] {
  const failed = arm.notable.filter((notable) => notable.status === 'failed').slice(0, most);
  const more = arm.counts.failed - failed.length;
  const inside = failed.map((notable) => trial(notable, repeats)).join('\n---\n\n');
  const rest = more > 0 ? `\n… and ${more} more.` : '';
  return [
    ...(failed.length === 0 ? [] : [fold(count(arm.counts.failed, 'failed trial'), `${inside}${rest}`)]),
    ...causes(arm, 'errored'),
    ...causes(arm, 'ungraded'),
  ];
}
