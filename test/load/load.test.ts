import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { fakeWorld } from '../cli/actions/fake-world.ts';
import { everythingWrong } from './everything-wrong.ts';
import { filesOnDisk } from './files-on-disk.ts';

async function told(files: Record<string, string | Uint8Array>, ...args: string[]) {
  const folder = await filesOnDisk(files);
  const world = { ...fakeWorld(folder), arguments: ['run', ...args] };
  const code = await main(world);
  return { code, text: world.told() };
}

test('everything that is wrong is said in one run, each with its place, its frame and what to do', async () => {
  const { code, text } = await told(everythingWrong, '--tag', 'refnud');
  expect(code).toBe(2);
  const errors = text.trimEnd().split('\n\n').slice(0, -1);
  for (const error of errors.filter((one) => !one.startsWith('error[nothing-selected]'))) {
    expect(error).toMatch(/^error\[[a-z-]+\] [\w./-]+:\d+:\d+\n/);
    expect(error).toMatch(/\n {2}> *\d+ \| .*\n *\^+/);
    expect(error).toMatch(/\n {2}→ .+/);
  }
  const golden = join(import.meta.dirname, 'golden', 'everything-wrong.txt');
  if (process.env.UPDATE_GOLDEN) await writeFile(golden, text);
  expect(text).toBe(await readFile(golden, 'utf8'));
});
