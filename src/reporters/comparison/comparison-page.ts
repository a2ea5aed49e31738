import type { Comparison } from '../../domain/comparison.ts';
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
  /** Flips that are shown; 10 unless told. */
  mostFlips?: number;
  /** The command that shows the rest of them: `evals diff`. */
  more?: string;
  /** The page is no part of an arm's: it names both sides and its own verdict, explores, and shows the prompt's diff. */
  isAlone?: boolean;
  /** The provider moved: what is lower is not the change's doing. */
  isStale?: boolean;
};

const plain = (text: string) => text;
const clean = (text: string) => oneLine(toScreen(text));

function title({ baseline, candidate }: Comparison, isAlone: boolean, on: Canvas): string[] {
  const words = clean(against(baseline));
  if (!isAlone) return on.paragraph('  ', [{ text: `A${words.slice(1)}`, mark: on.quiet }], 2);
  const name = { text: `${clean(candidate.arm)}  `, mark: on.strong };
  const before = baseline.arm === candidate.arm ? '' : ` (${clean(baseline.arm)})`;
  const rest = { text: `${clean(candidate.label)} ${words}${before}`, mark: on.quiet };
  return [...on.paragraph('', [name, rest]), ''];
}

function verdict(comparison: Comparison, isStale: boolean, on: Canvas): string[] {
  const said = { text: `  ${clean(verdictBasis(comparison))}`, mark: plain };
  const seal = isStale ? 'STALE' : comparison.verdict;
  return on.paragraph('  ', [{ text: seal, mark: () => stamp(seal, on) }, said], 6);
}

function notes(comparison: Comparison, on: Canvas): string[] {
  return comparisonNotes(comparison).flatMap(({ text, isGrave }) =>
    on.paragraph(isGrave ? '  ! ' : '  · ', [{ text: clean(text), mark: isGrave ? on.unsure : on.quiet }]),
  );
}

/** A comparison as lines for a terminal: the sentence, what flipped, slices, what has no pair, what else differs. */
export async function comparisonPage(
  comparison: Comparison,
  on: Canvas,
  look: ComparisonLook = {},
): Promise<string[]> {
  const {
    mostFlips: most = 10,
    more = '',
    isAlone = false,
    isStale = comparison.canary?.moved ?? false,
  } = look;
  const sentence = { text: comparisonSentence(comparison), mark: on.strong };
  const seen = { text: sensitivity(comparison).join('; '), mark: on.quiet };
  return [
    ...title(comparison, isAlone, on),
    ...on.paragraph('  ', [sentence]),
    ...regressedLines(comparison, isStale).flatMap(({ text, isProven }) =>
      on.paragraph('  ', [{ text: clean(text), mark: isProven ? on.bad : on.quiet }], 2),
    ),
    ...(isAlone ? verdict(comparison, isStale, on) : []),
    ...on.paragraph('  ', [seen]),
    ...notes(comparison, on),
    ...(await flipList(comparison, { most, more, isWhole: isAlone }, on)),
    ...(await sliceTables(comparison, isAlone, on)),
    ...changes(comparison, isAlone, on),
  ];
}
