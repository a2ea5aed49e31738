import type { Comparison, Explored } from '../../domain/comparison.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { fence } from '../../text/fence.ts';
import { pValue } from '../../text/p-value.ts';
import { percent } from '../../text/percent.ts';
import { points } from '../../text/points.ts';
import { truncate } from '../../text/truncate.ts';
import { against } from '../wording/against.ts';
import { comparisonNotes } from '../wording/comparison-notes.ts';
import { comparisonSentence } from '../wording/comparison-sentence.ts';
import { inputWords } from '../wording/input-words.ts';
import { moved } from '../wording/moved.ts';
import { regressedLines } from '../wording/regressed-lines.ts';
import { repeatedWords } from '../wording/repeated-words.ts';
import { sensitivity } from '../wording/sensitivity.ts';
import { usageChange } from '../wording/usage-change.ts';
import { escapeSentence } from './escape-sentence.ts';
import { flips } from './flips.ts';
import { fold } from './fold.ts';
import { table } from './table.ts';

const mostSlices = 12;
const longestDiff = 4_000;
const kinds: Record<Explored['kind'], string> = { tag: 'slice', adversarial: 'attack', grader: 'grader' };

const item = (text: string, sign = '') => `- ${sign}${escapeSentence(text)}\n`;

/** What was seen, in which slices, and what has to be known with it. */
function head(comparison: Comparison): string {
  const lines = regressedLines(comparison).filter((line) => !line.isExploratory);
  const notes = comparisonNotes(comparison, true).filter((note) => note.isGrave);
  const list = [
    ...lines.map(({ text, isProven }) => item(text, isProven ? '❌ ' : '')),
    ...notes.map(({ text }) => item(text, '⚠️ ')),
  ].join('');
  const words = escapeSentence(against(comparison.baseline));
  return `**${escapeSentence(comparisonSentence(comparison))}**\n\n${words}\n\n${list === '' ? '' : `${list}\n`}`;
}

function slices(comparison: Comparison): string {
  const shown = comparison.slices.slice(0, mostSlices);
  if (shown.length === 0) return '';
  const rows = shown.map((slice) => [
    escapeMarkdown(slice.name),
    percent(slice.baseline),
    percent(slice.candidate),
    points(slice.effect),
    comparison.stopped ? '–' : `${points(slice.low)} to ${points(slice.high)}`,
    moved(slice, comparison) || '–',
    comparison.stale !== undefined
      ? 'stale'
      : slice.isTooSmall && slice.verdict !== 'FAIL'
        ? 'too few'
        : slice.verdict,
  ]);
  return table(['slice', 'before', 'now', 'points', 'interval', 'cases', ''], rows);
}

function exploratory(comparison: Comparison): string[] {
  const moving = comparison.explored.filter((one) => one.losses + one.gains > 0);
  if (moving.length === 0) return [];
  const rows = moving.map((one) => [
    `${kinds[one.kind]} ${escapeMarkdown(one.name)}`,
    percent(one.baseline),
    percent(one.candidate),
    moved(one, comparison),
    pValue(one.q).replace(/^= /, '').replace('<', '&lt;').replace('>', '&gt;'),
  ]);
  return [
    fold('Exploratory: what no test of the gate looks at', table(['', 'before', 'now', 'cases', 'q'], rows)),
  ];
}

/** All else that differs, and what the cases could have shown. */
function rest(comparison: Comparison): string[] {
  const notes = comparisonNotes(comparison, true).filter((note) => !note.isGrave);
  const { inputs } = comparison;
  const list = [
    ...inputs.filter(({ what }) => what !== 'repeat').map((input) => item(inputWords(input))),
    ...[usageChange(comparison), repeatedWords(comparison), sensitivity(comparison)].flatMap((parts) =>
      parts.length > 0 ? [item(parts.join(' · '))] : [],
    ),
    ...notes.map(({ text }) => item(text)),
  ].join('');
  const diffs = inputs.flatMap(({ diff }) =>
    diff ? [`\n${fence(truncate(diff, longestDiff), 'diff')}\n`] : [],
  );
  return list === '' ? [] : [fold('What else changed', `${list}${diffs.join('')}`)];
}

/** A comparison in markdown: the sentence and the slices, and the parts that are folded away, each whole in itself. */
export function comparisonBlock(comparison: Comparison): { open: string; folded: string[] } {
  return {
    open: head(comparison) + slices(comparison),
    folded: [...flips(comparison), ...exploratory(comparison), ...rest(comparison)],
  };
}
