import type { Comparison, Flip, Tally } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { fence } from '../../text/fence.ts';
import { truncate } from '../../text/truncate.ts';
import { redrawnTotals } from '../wording/redrawn-totals.ts';
import { redrawnWords } from '../wording/redrawn-words.ts';
import { fold } from './fold.ts';

const longest = 600;
const most = 10;

const tally = ({ passed, of }: Tally) => `${passed} of ${of}`;

function change({ baseline, candidate }: Flip): string {
  return baseline.of > 1 || candidate.of > 1 ? ` ${tally(baseline)} → ${tally(candidate)}` : '';
}

function flip(one: Flip): string {
  const marks = [...(one.adversarial === undefined ? [] : [one.adversarial]), ...one.tags];
  const tags = marks.length > 0 ? ` ${escapeMarkdown(marks.join(' · '))}` : '';
  const said = redrawnWords(one);
  const part = (name: string, text: string | undefined) =>
    text === undefined ? [] : [name, '', fence(truncate(text, longest)), ''];
  return [
    `**${escapeMarkdown(truncate(one.case, 200))}**${change(one)}${tags}${said === undefined ? '' : ` (${said})`}`,
    '',
    ...one.reasons.slice(0, 4).map((reason) => `- ${escapeMarkdown(truncate(reason, longest))}`),
    '',
    ...part('expected', one.expected),
    ...part('before', one.before === one.expected ? undefined : one.before),
    ...part('got', one.direction === 'gain' && one.got === one.expected ? undefined : one.got),
  ].join('\n');
}

/** What flipped, folded away: losses whole, gains by name. */
export function flips(comparison: Comparison): string[] {
  const { flips: all, flipTotals } = comparison;
  const losses = all.filter(({ direction }) => direction === 'loss');
  const gains = all.filter(({ direction }) => direction === 'gain');
  const rest = (n: number) => (n > 0 ? `\n\n… and ${n} more.` : '');
  const asked = redrawnTotals(comparison).map((text) => `${text}.\n\n`);
  const ofLosses = asked.join('') + losses.slice(0, most).map(flip).join('\n---\n\n');
  const names = gains.slice(0, most * 2).map((one) => {
    return `- ${escapeMarkdown(truncate(one.case, 200))}${change(one)}`;
  });
  const lost = `${count(flipTotals.losses, 'case')} newly failing`;
  const won = `${count(flipTotals.gains, 'case')} newly passing`;
  return [
    ...(losses.length > 0
      ? [fold(lost, ofLosses + rest(flipTotals.losses - Math.min(most, losses.length)))]
      : []),
    ...(gains.length > 0 ? [fold(won, names.join('\n') + rest(flipTotals.gains - names.length))] : []),
  ];
}
