import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { fixture } from './fixture.ts';
import { render } from './render.ts';

const folder = new URL('golden/', import.meta.url);

/** Compares with the page on disk; with UPDATE_GOLDEN=1 the page is written anew, to be read before it is committed. */
function compare(name: string, text: string): void {
  const page = new URL(name, folder);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(page, text);
  }
  expect(existsSync(page), `there is no golden page ${name}: write it with UPDATE_GOLDEN=1`).toBe(true);
  expect(text).toBe(readFileSync(page, 'utf8'));
}

describe('every reporter on the shelf has a golden page', () => {
  test.each(reporters.all().map((reporter) => [reporter.name, reporter] as const))(
    '%s',
    async (name, reporter) => {
      compare(`${name}.${reporter.extension}`, await render(reporter, await fixture()));
    },
  );
});

test('the terminal in colour', async () => {
  const text = await render(reporters.get('terminal')!, await fixture(), { color: true, width: 100 });
  // Escapes are written out, so that the page can be read and diffed.
  compare('terminal-color.txt', text.replaceAll('\u001b', '\\e'));
});

test('the terminal, narrow', async () => {
  compare(
    'terminal-narrow.txt',
    await render(reporters.get('terminal')!, await fixture(), { color: false, width: 60 }),
  );
});
