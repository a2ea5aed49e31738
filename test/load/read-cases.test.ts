import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('rows stay on disk: what is kept of each is a few numbers', async () => {
  const script = join(import.meta.dirname, '..', 'bench', 'load-rows.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--expose-gc',
    '--import',
    'tsx',
    script,
    '20000',
  ]);
  const figures = JSON.parse(stdout) as Record<string, number | string>;
  expect(figures).toMatchObject({ rows: 20_000, problems: 0, last: 'case-19999' });
  // A row here has some 230 bytes as text; the checked case would take some thousand.
  expect(figures.bytesKeptPerRow).toBeLessThan(200);
  expect(figures.highestHeapMb).toBeLessThan(100);
});
