import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesUnder, house, root } from './house.ts';

const bin = join(root, 'dist', 'bin', 'evals.js');

// npx keeps a link to the program by the folder's path: after a fresh build it met a file without the right to run.
test.skipIf(!existsSync(bin) || process.platform === 'win32')('the built program may be executed', () => {
  expect(statSync(bin).mode & 0o111).toBe(0o111);
});

// A pattern that ends with the name of a folder takes in nothing of it: the first package had no judge to ask.
test.skipIf(process.platform === 'win32')('the prompts that the program asks with are in the package', () => {
  const text = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const packed = (JSON.parse(text) as { files: { path: string }[] }[])[0]!.files.map(({ path }) => path);
  const asked = house().flatMap(({ text: code }) =>
    [...code.matchAll(/(?:asks: \{ prompt: |packagePrompts\()'([\w-]+)'/g)].map((match) => match[1]!),
  );
  expect(asked).toContain('judge-factual');
  const own = filesUnder('prompts').filter((path) =>
    asked.some((name) => path.startsWith(`prompts/${name}/`)),
  );
  expect(packed.filter((path) => path.startsWith('prompts/'))).toEqual(expect.arrayContaining(own));
  expect(own.length).toBeGreaterThanOrEqual(9);
});
