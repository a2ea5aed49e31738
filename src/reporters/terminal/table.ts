import stringWidth from 'string-width';
import { toWidth } from '../../text/to-width.ts';

const bare = ['top', 'bottom', 'mid', 'left', 'right', 'middle'];
const chars = Object.fromEntries(
  bare.flatMap((side) => ['', '-mid', '-left', '-right'].map((end) => [`${side}${end}`, ''])),
);
const gap = '  ';
const narrowest = 8;

/** Columns that are left for the names when all others have what they need. */
function room(grid: readonly string[][], width: number): number {
  const columns = grid[0]
    ?.slice(1)
    .map((_, index) => Math.max(...grid.map((row) => stringWidth(row[index + 1] ?? ''))));
  return Math.max(
    narrowest,
    (columns ?? []).reduce((left, column) => left - column - gap.length, width),
  );
}

/**
 * Lines of a table without borders, indented, at most `width` columns wide: names on the left, which are cut where
 * there is no room, and numbers set to the right.
 */
export async function table(head: string[], rows: string[][], width: number): Promise<string[]> {
  const { default: Table } = await import('cli-table3');
  const names = room([head, ...rows], width - gap.length);
  const grid = new Table({
    chars: { ...chars, middle: gap },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colAligns: head.map((_, column) => (column === 0 ? 'left' : 'right')),
  });
  grid.push(head, ...rows.map(([name = '', ...numbers]) => [toWidth(name, names), ...numbers]));
  const lines = grid.toString().split('\n');
  return lines.map((line) => `${gap}${line.trimEnd()}`);
}
