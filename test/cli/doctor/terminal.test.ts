import { expect, test } from 'vitest';
import { terminal } from '../../../src/cli/doctor/terminal.ts';

const look = async (env: Record<string, string>, isTerminal: boolean, system = 'linux', width = 80) =>
  await terminal({ env, out: { write: () => {}, isTerminal, width } }, system).run();

test.each([
  [{}, true, 'Colours: this is a terminal'],
  [{}, false, 'No colours: this is no terminal'],
  [{ CI: 'true' }, false, 'No colours: this is no terminal (CI is set)'],
  [{ TERM: 'dumb' }, true, 'No colours: TERM is dumb'],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, 'No colours: NO_COLOR is set'],
  [{ FORCE_COLOR: '3' }, false, 'Colours: FORCE_COLOR is 3'],
  [{ FORCE_COLOR: '' }, false, 'Colours: FORCE_COLOR is set'],
  [{ FORCE_COLOR: '0' }, true, 'No colours: FORCE_COLOR is 0'],
  [{ GITHUB_ACTIONS: 'true' }, false, 'Colours: GitHub’s logs show them'],
])('%j, terminal %s: %s', async (env, isTerminal, text) => {
  expect((await look(env as Record<string, string>, isTerminal))[0]!.text).toBe(text);
});

test.each([
  [{ LANG: 'en_US.UTF-8' }, 'linux', 'good'],
  [{ LANG: 'C', LC_ALL: 'de_DE.utf8' }, 'linux', 'good'],
  [{ LANG: 'en_US.UTF-8', LC_CTYPE: 'C' }, 'linux', 'warning'],
  [{}, 'linux', 'warning'],
  [{}, 'darwin', undefined],
  [{}, 'win32', undefined],
])('%j on %s: UTF-8 %s', async (env, system, level) => {
  const [, , encoding] = await look(env as Record<string, string>, true, system);
  expect(encoding?.level).toBe(level);
  expect(await look(env as Record<string, string>, false, system)).toHaveLength(2);
});

test('a narrow terminal', async () => {
  expect((await look({}, true, 'linux', 34))[1]!.text).toContain('34 columns: tables are drawn narrow');
});
