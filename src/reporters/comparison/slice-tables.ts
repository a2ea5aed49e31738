import type { Comparison, Explored, NamedTest } from '../../domain/comparison.ts';
import { oneLine } from '../../text/one-line.ts';
import { pValue } from '../../text/p-value.ts';
import { percent } from '../../text/percent.ts';
import { points } from '../../text/points.ts';
import { toScreen } from '../../text/to-screen.ts';
import type { Canvas } from '../terminal/canvas.ts';
import { stamp } from '../terminal/stamp.ts';
import { table } from '../terminal/table.ts';

/** Narrower than this there is no room for the intervals. */
const wide = 80;
const mostSlices = 12;

type Moved = { losses: number; gains: number };

/** `−4 +1`: cases that are lost and won. */
const cases = ({ losses, gains }: Moved) =>
  losses + gains === 0
    ? '0'
    : [...(losses > 0 ? [`−${losses}`] : []), ...(gains > 0 ? [`+${gains}`] : [])].join(' ');

/** Against a baseline that is stale a slice can be lower, and no more is known. */
function verdict(slice: NamedTest, isStale: boolean, on: Canvas): string {
  if (isStale) return on.quiet('stale');
  return slice.isTooSmall && slice.verdict !== 'FAIL' ? on.quiet('too few') : stamp(slice.verdict, on);
}

const plainly = (names: string[], on: Canvas) => names.map((text) => (text === '' ? '' : on.quiet(text)));

function row(slice: NamedTest, look: { hasRange: boolean; isStale: boolean }, on: Canvas): string[] {
  const range = `${points(slice.low)} to ${points(slice.high)}`;
  return [
    oneLine(toScreen(slice.name)),
    percent(slice.baseline),
    percent(slice.candidate),
    points(slice.effect),
    ...(look.hasRange ? [range] : []),
    cases(slice),
    verdict(slice, look.isStale, on),
  ];
}

/** The slices that the gate names, with how each came out. */
async function gated({ slices, stale, stopped }: Comparison, on: Canvas): Promise<string[]> {
  if (slices.length === 0) return [];
  // The intervals of slices are those of a whole run, and do not hold for one that ended early.
  const look = { hasRange: on.width >= wide && !stopped, isStale: stale !== undefined };
  const rows = slices.slice(0, mostSlices).map((slice) => row(slice, look, on));
  const head = ['slice', 'before', 'now', 'points', ...(look.hasRange ? ['interval'] : []), 'cases', ''];
  const more = slices.length - rows.length;
  return [
    '',
    ...(await table(plainly(head, on), rows, on.width)),
    ...(more > 0 ? [on.quiet(`  … and ${more} more`)] : []),
  ];
}

const kinds: Record<Explored['kind'], string> = { tag: 'slice ', adversarial: 'attack ', grader: 'grader ' };

/** Those that no test of the gate has looked at. */
async function exploratory({ explored }: Comparison, on: Canvas): Promise<string[]> {
  const moving = explored.filter((one) => one.losses + one.gains > 0);
  if (moving.length === 0) return [];
  const rows = moving.map((one) => [
    oneLine(toScreen(`${kinds[one.kind]}${one.name}`)),
    percent(one.baseline),
    percent(one.candidate),
    points(one.candidate - one.baseline),
    cases(one),
    pValue(one.q).replace(/^= /, ''),
  ]);
  const head = ['exploratory', 'before', 'now', 'points', 'cases', 'q'];
  return ['', ...(await table(plainly(head, on), rows, on.width))];
}

/** The slices of the gate, and where the page stands alone those that are only looked at. */
export async function sliceTables(comparison: Comparison, isWhole: boolean, on: Canvas): Promise<string[]> {
  return [...(await gated(comparison, on)), ...(isWhole ? await exploratory(comparison, on) : [])];
}
