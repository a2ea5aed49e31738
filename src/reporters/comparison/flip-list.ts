import type { Comparison, Flip, Tally } from '../../domain/comparison.ts';
import { oneLine } from '../../text/one-line.ts';
import { thousands } from '../../text/thousands.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from '../terminal/canvas.ts';
import { reasonLines } from '../terminal/reason-lines.ts';
import { sides } from '../terminal/sides.ts';
import { redrawnTotals } from '../wording/redrawn-totals.ts';
import { redrawnWords } from '../wording/redrawn-words.ts';

const tally = ({ passed, of }: Tally) => `${passed} of ${of}`;

/** One answer against one says no more than the sign before the name. */
const change = ({ baseline, candidate }: Flip) =>
  baseline.of > 1 || candidate.of > 1 ? [`${tally(baseline)} → ${tally(candidate)}`] : [];

function heading(flip: Flip, on: Canvas): string[] {
  const marks = [...(flip.adversarial === undefined ? [] : [flip.adversarial]), ...flip.tags];
  const quiet = [...change(flip), ...marks].join(' · ');
  const said = redrawnWords(flip);
  const inks = { regressed: on.bad, flaky: on.unsure, open: on.unsure, cleared: on.good };
  const ink = inks[flip.redrawn?.verdict ?? 'open'];
  const pieces = [
    { text: `${oneLine(toScreen(flip.case))}  `, mark: on.strong },
    { text: `${oneLine(toScreen(quiet))}  `, mark: on.quiet },
    ...(said === undefined ? [] : [{ text: said, mark: ink }]),
  ];
  const [first = '', ...more] = on.paragraph('      ', pieces, 3);
  const sign = flip.direction === 'loss' ? on.bad('✗') : on.good('✓');
  return [`    ${sign} ${first.trimStart()}`, ...more];
}

async function texts({ direction, expected, before, got, reasons }: Flip, on: Canvas): Promise<string[]> {
  if (direction === 'gain')
    return sides({ expected, wrong: before, right: got }, on, { wrong: 'before', right: 'got' });
  const lines = await sides({ expected, wrong: got, right: before }, on, { wrong: 'got', right: 'before' });
  return [...lines, ...reasonLines({ reasons, expected, got }, on)];
}

function rest({ flipTotals }: Comparison, losses: number, gains: number, more: string): string[] {
  const [lost, won] = [flipTotals.losses - losses, flipTotals.gains - gains];
  if (lost + won <= 0) return [];
  const parts = [
    ...(lost > 0 ? [`${thousands(lost)} newly failing`] : []),
    ...(won > 0 ? [`${thousands(won)} newly passing`] : []),
  ];
  return [`… and ${thousands(lost + won)} more (${parts.join(', ')})${more === '' ? '' : `: ${more}`}`];
}

type List = { title: string; flips: readonly Flip[]; hasTexts: boolean };

async function section({ title, flips, hasTexts }: List, on: Canvas): Promise<string[]> {
  if (flips.length === 0) return [];
  const block = async (flip: Flip) => [...heading(flip, on), ...(hasTexts ? await texts(flip, on) : [])];
  const shown = await Promise.all(flips.map(block));
  return ['', `  ${title}`, ...shown.flatMap((lines, at) => (at > 0 && hasTexts ? ['', ...lines] : lines))];
}

/** What flipped: losses with their texts, then gains, which are a line each unless `isWhole`. */
export async function flipList(
  comparison: Comparison,
  { most, more, isWhole }: { most: number; more: string; isWhole: boolean },
  on: Canvas,
): Promise<string[]> {
  const { flips, flipTotals } = comparison;
  const losses = flips.filter(({ direction }) => direction === 'loss').slice(0, most);
  const gains = flips.filter(({ direction }) => direction === 'gain').slice(0, most - losses.length);
  const last = [...rest(comparison, losses.length, gains.length, more), ...redrawnTotals(comparison)];
  const lost = `${on.bad(on.strong('Newly failing'))} ${on.quiet(thousands(flipTotals.losses))}`;
  const won = `${on.good(on.strong('Newly passing'))} ${on.quiet(thousands(flipTotals.gains))}`;
  return [
    ...(await section({ title: lost, flips: losses, hasTexts: true }, on)),
    ...(await section({ title: won, flips: gains, hasTexts: isWhole }, on)),
    ...(last.length > 0 ? [''] : []),
    ...last.flatMap((text) => on.paragraph('    ', [{ text, mark: on.quiet }])),
  ];
}
