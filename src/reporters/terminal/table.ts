const bare = ['top', 'bottom', 'mid', 'left', 'right', 'middle'];
const chars = Object.fromEntries(
  bare.flatMap((side) => [
    [side, ''],
    [`${side}-mid`, ''],
    [`${side}-left`, ''],
    [`${side}-right`, ''],
  ]),
);

/** Lines of a table without borders: a head, and columns of which all but the first are set to the right. */
export async function table(head: string[], rows: string[][], firstLeft = 1): Promise<string[]> {
  const { default: Table } = await import('cli-table3');
  const grid = new Table({
    chars: { ...chars, middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0, compact: true },
    colAligns: head.map((_, column) => (column < firstLeft ? 'left' : 'right')),
  });
  grid.push(head, ...rows);
  return grid
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}
