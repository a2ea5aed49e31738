import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './house.ts';

const bin = join(root, 'dist', 'bin', 'evals.js');

// npx keeps a link to the program by the folder's path: after a fresh build it met a file without the right to run.
test.skipIf(!existsSync(bin) || process.platform === 'win32')('the built program may be executed', () => {
  expect(statSync(bin).mode & 0o111).toBe(0o111);
});
