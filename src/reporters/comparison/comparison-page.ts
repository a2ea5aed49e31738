import type { Comparison, Side } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { oneLine } from '../../text/one-line.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from '../terminal/canvas.ts';
import { stamp } from '../terminal/stamp.ts';
import { against } from '../wording/against.ts';
import { comparisonNotes } from '../wording/comparison-notes.ts';
import { comparisonSentence } from '../wording/comparison-sentence.ts';
import { regressedLines } from '../wording/regressed-lines.ts';
import { sensitivity } from '../wording/sensitivity.ts';
import { verdictBasis } from '../wording/verdict-basis.ts';
import { changes } from './changes.ts';
import { flipList } from './flip-list.ts';
import { sliceTables } from './slice-tables.ts';

/** How much of a comparison is shown. */
export type ComparisonLook = {
  /** Flips that are shown; unless told 10, and on a page that stands alone all that are known. */
  mostFlips?: number;
  /** The command that shows the rest of them: `evals diff`. */
  more?: string;
  /** The page is no part of an arm's: it names both sides and its own verdict, explores, and shows the prompt's diff. */
  isAlone?: boolean;
};

const mostBeside = 10;
const plain = (text: string) => text;
const clean = (text: string) => oneLine(toScreen(text));

function title({ baseline, candidate }: Comparison, isAlone: boolean, on: Canvas): string[] {
  const arm = isAlone && baseline.arm !== candidate.arm ? baseline.arm : undefined;
  const words = clean(against(baseline, arm));
  const times = ({ repeat }: Side) =>
    baseline.repeat === candidate.repeat ? '' : ` · ${count(repeat, 'answer')} a case`;
  if (!isAlone) return on.paragraph('  ', [{ text: `A${words.slice(1)}`, mark: on.quiet }], 2);
  const name = { text: `${clean(candidate.arm)}  `, mark: on.strong };
  const lines = on.paragraph('', [name, { text: clean(candidate.label) + times(candidate), mark: on.quiet }]);
  return [...lines, ...on.paragraph('', [{ text: words + times(baseline), mark: on.quiet }]), ''];
}

function verdict(comparison: Comparison, on: Canvas): string[] {
  const said = { text: `  ${clean(verdictBasis(comparison))}`, mark: plain };
  const seal = comparison.stale === undefined ? comparison.verdict : 'STALE';
  return on.paragraph('  ', [{ text: seal, mark: () => stamp(seal, on) }, said], Number.POSITIVE_INFINITY);
}

/** What was seen, in which slices, and what else has to be known; a page that stands alone explores in a table, and has no rulings that tell it. */
function summary(comparison: Comparison, isAlone: boolean, on: Canvas): string[] {
  const sentence = { text: comparisonSentence(comparison), mark: on.strong };
  const lines = regressedLines(comparison).filter((line) => !(isAlone && line.isExploratory));
  const isRuled = !isAlone && comparison.all.verdict === 'INCONCLUSIVE';
  const seen = isRuled ? '' : sensitivity(comparison).join('; ');
  return [
    ...on.paragraph('  ', [sentence]),
    ...lines.flatMap(({ text, isProven }) =>
      on.paragraph('  ', [{ text: clean(text), mark: isProven ? on.bad : on.quiet }], 2),
    ),
    ...(seen === '' ? [] : on.paragraph('  ', [{ text: seen, mark: on.quiet }])),
    ...comparisonNotes(comparison, !isAlone).flatMap(({ text, isGrave }) =>
      on.paragraph(isGrave ? '  ! ' : '  · ', [{ text: clean(text), mark: isGrave ? on.unsure : on.quiet }]),
    ),
  ];
}

/** A comparison as lines for a terminal: the sentence, what flipped, slices, what has no pair, what else differs. */
export async function comparisonPage(
  comparison: Comparison,
  on: Canvas,
  look: ComparisonLook = {},
): Promise<string[]> {
  const { isAlone = false, more = '' } = look;
  const most = look.mostFlips ?? (isAlone ? Number.POSITIVE_INFINITY : mostBeside);
  return [
    ...title(comparison, isAlone, on),
    ...(isAlone ? verdict(comparison, on) : []),
    ...summary(comparison, isAlone, on),
    ...(await flipList(comparison, { most, more, isWhole: isAlone }, on)),
    ...(await sliceTables(comparison, isAlone, on)),
    ...changes(comparison, isAlone, on),
  ];
}
