import path from 'node:path';
import { expect, test } from 'vitest';
import { importModule } from '../../src/providers/import-module.mjs';
import { localWorld } from './local/local-world.ts';

const files = {
  'a.ts':
    "import { b } from './b.ts';\nimport type { B } from './b.ts';\nexport const a: B = b;\nexport default await Promise.resolve(1);",
  'b.ts':
    'export type B = { n: number };\nexport const b: B = { n: 2 };\nexport const here: string = import.meta.url;',
  'c.mjs': 'export const c = 3;',
  'd.cjs': 'module.exports = { d: 4 };',
};

test.each([
  { file: 'a.ts', exports: { a: { n: 2 }, default: 1 } },
  { file: 'b.ts', exports: { b: { n: 2 }, here: expect.stringMatching(/^file:.*b\.ts$/) } },
  { file: 'c.mjs', exports: { c: 3 } },
  { file: 'd.cjs', exports: { default: { d: 4 } } },
])('$file', async ({ file, exports }) => {
  const { root } = await localWorld(files);
  expect({ ...(await importModule(path.join(root, file))) }).toMatchObject(exports);
});

test('what is wrong with a file is told', async () => {
  const { root } = await localWorld({ 'broken.ts': 'export const = 1;' });
  await expect(importModule(path.join(root, 'broken.ts'))).rejects.toThrow(/Unexpected|Expected|expect/i);
  await expect(importModule(path.join(root, 'gone.mjs'))).rejects.toThrow(/gone\.mjs/);
});
