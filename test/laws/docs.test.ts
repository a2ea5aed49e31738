import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { version } from '../../src/cli/version.ts';
import type { World } from '../../src/cli/world.ts';
import { filesUnder, root } from './house.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const between = (text: string, mark: string) =>
  text.split(`<!-- ${mark} -->\n`)[1]?.split(`<!-- /${mark} -->`)[0];

/** What the program prints for a command line. */
async function say(...words: string[]): Promise<string> {
  let text = '';
  const out = {
    write(part: string) {
      text += part;
    },
    isTerminal: false,
    width: 100,
  };
  const clock = { now: () => 0, date: () => new Date(0), sleep: async () => {} };
  const world: World = {
    arguments: words,
    env: {},
    folder: root,
    out,
    err: out,
    clock,
    pid: 1,
    nodeVersion: '20.19.0',
    onInterrupt: () => () => {},
  };
  await main(world);
  return text;
}

test.each([
  ['graders', 'docs/graders.md'],
  ['mutators', 'docs/adversarial.md'],
  ['providers', 'docs/models.md'],
  ['reporters', 'docs/reports.md'],
])('the table of the %s is the shelf', async (shelf, file) => {
  expect(between(read(file), shelf)).toBe(await say('list', shelf, '--markdown'));
});

test('the version is the one in package.json', () => {
  expect(version).toBe(JSON.parse(read('package.json')).version);
});

test('links in the docs lead to a file', () => {
  const pages = [
    'README.md',
    'ARCHITECTURE.md',
    'AGENTS.md',
    ...filesUnder('docs').filter((path) => path.endsWith('.md')),
  ];
  const all = new Set([...pages, 'CHANGELOG.md']);
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#:]+)\)/g)]
      .map((match) => join(page, '..', match[1]!))
      .filter((to) => !all.has(to))
      .map((to) => `${page} → ${to}`),
  );
  expect(broken).toEqual([]);
});
