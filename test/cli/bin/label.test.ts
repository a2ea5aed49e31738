import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Label } from '../../../src/domain/label.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

// A server of its own for each terminal: one that is on its way out takes no new session.
let started = 0;
const tmux = (...args: string[]) =>
  execFileSync('tmux', ['-L', `evals-label-${process.pid}-${started}`, ...args], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
const isThere = (() => {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
})();
const screen = () => tmux('capture-pane', '-p');

const cases = Array.from({ length: 6 }, (_, at) => `  - { id: case-${at}, input: "Question ${at}?" }`);
const files = {
  'evals.config.yaml': 'judges: { strict: { use: "module:./judge.mjs" } }\n',
  'judge.mjs': 'export default async () => JSON.stringify({ reason: "REASON", verdict: "pass" });\n',
  // Clears the screen, names the window, goes back to the old screen, reports, makes a line of its own.
  'app.mjs': `const bad = '\\u001b[2J\\u001b]0;GONE\\u0007\\u001b[?1049l\\u001b[?25h\\u001b[6n\\u0007\\rOVER';
export default async ({ messages }) => \`Answer to \${messages.at(-1).content} \${bad} END\\n\${'line\\n'.repeat(60)}LAST\`;
`,
  'evals/refund.eval.yaml': `suite: refund
models: ["module:./app.mjs"]
judge: strict
graders: [{ judge: "Names the 30 days" }]
cases:
${cases.join('\n')}
`,
};

let at: TestProject;
let bin: string;
beforeAll(async () => {
  bin = await builtBin();
  at = project(bin, files);
  expect((await at.run(['run', '--quiet'])).code).toBe(0);
}, 120_000);
afterAll(() => at.remove());

const file = () => join(at.folder, 'evals', 'labels', 'refund.judge.jsonl');
const written = (): Label[] =>
  existsSync(file())
    ? readFileSync(file(), 'utf8')
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line))
    : [];
const verdicts = () => written().map(({ label }) => label);

async function until(sign: RegExp): Promise<string> {
  for (let turn = 0; turn < 400 && !sign.test(screen()); turn++) await pause(25);
  expect(screen()).toMatch(sign);
  return screen();
}

/** Presses a key when somebody may have read the screen, and waits for what it makes of it. */
async function press(key: string, sign: RegExp): Promise<string> {
  await pause(350);
  tmux('send-keys', key);
  return until(sign);
}

/** Starts the program in a terminal; what the shell says of its end is marked. */
function start(columns = 80, rows = 24): void {
  const program = `env -u CI -u NO_COLOR -u FORCE_COLOR ${process.execPath} ${bin} judge label --rater ana`;
  const modes = `stty -a | tr ' ' '\\n' | grep -x -e '-*echo;*' -e '-*icanon;*' -e '-*isig;*'`;
  const command = `cd ${at.folder} && echo BEFORE && sh -c 'echo $$ >pid; exec ${program}'; echo EXIT $?; ${modes}; exec cat`;
  started += 1;
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', String(columns), '-y', String(rows), command);
}

/** The process that its own shell became. */
const programId = () => Number(readFileSync(join(at.folder, 'pid'), 'utf8'));

describe.skipIf(!isThere)('labels, on a real terminal (skipped where there is no tmux)', () => {
  beforeEach(() => rmSync(join(at.folder, 'evals', 'labels'), { recursive: true, force: true }));
  afterEach(() => {
    try {
      tmux('kill-server');
    } catch {
      // It is gone when nothing ran in it.
    }
  });

  /** The screen from before is back, with the cursor, and the terminal takes lines and shows what is typed. */
  async function restored(code: number): Promise<string> {
    const end = await until(new RegExp(`EXIT ${code}[\\s\\S]*echo`));
    expect(end).toMatch(/^BEFORE/);
    expect(end).not.toContain('more lines');
    expect(end.match(/^-?(?:echo|icanon|isig);?$/gm)?.every((mode) => !mode.startsWith('-'))).toBe(true);
    expect(tmux('display-message', '-p', '#{alternate_on} #{cursor_flag} #{wrap_flag}').trim()).toBe('0 1 1');
    return end;
  }

  test('three are labelled, and the next time it goes on where it was', async () => {
    start();
    const first = await until(/1 of 6/);
    expect(first).toContain('Names the 30 days');
    await press('p', /2 of 6/);
    await press('f', /3 of 6/);
    await press('s', /4 of 6 · 1 skipped/);
    expect(verdicts()).toEqual(['pass', 'fail', null]);
    await press('q', /EXIT/);
    expect(await restored(0)).toContain('Labelled 3 outputs, 1 of them without a verdict; 3 are left.');
    tmux('kill-server');
    start();
    await until(/4 of 6 · 1 skipped/);
    await press('u', /Nothing of this session is left to undo/);
    await press('p', /5 of 6/);
    await press('u', /4 of 6/);
    expect(verdicts()).toEqual(['pass', 'fail', null]);
    await press('f', /5 of 6/);
    await press('p', /6 of 6/);
    await press('p', /All of them are labelled/);
    expect(verdicts()).toEqual(['pass', 'fail', null, 'fail', 'pass', 'pass']);
    await press('q', /EXIT/);
    await restored(0);
    expect(new Set(written().map((one) => one.case)).size).toBe(6);
  }, 60_000);

  test('Ctrl-C keeps all, gives the terminal back and ends with 130', async () => {
    start();
    await until(/1 of 6/);
    await press('p', /2 of 6/);
    await press('C-c', /EXIT/);
    expect(await restored(130)).toContain('Labelled 1 output; 5 are left.');
    expect(verdicts()).toEqual(['pass']);
  }, 30_000);

  test('kill -9 loses nothing', async () => {
    start();
    await until(/1 of 6/);
    await press('p', /2 of 6/);
    await press('f', /3 of 6/);
    process.kill(programId(), 'SIGKILL');
    await pause(200);
    expect(verdicts()).toEqual(['pass', 'fail']);
    tmux('kill-server');
    start();
    await until(/3 of 6/);
  }, 30_000);

  test('SIGTERM gives the terminal back too', async () => {
    start();
    await until(/1 of 6/);
    process.kill(programId(), 'SIGTERM');
    await restored(130);
  }, 30_000);

  test.each([60, 120, 200])(
    '%i columns: what a model writes does nothing but stand there',
    async (columns) => {
      start(columns, 24);
      const shown = await until(/1 of 6/);
      expect(shown).toMatch(/Answer to Question \d\? ␇␍OVER END/);
      expect(shown).toContain("can't tell");
      expect(shown).not.toContain('REASON');
      expect(shown).not.toContain('strict');
      expect(tmux('display-message', '-p', '#{alternate_on} #{cursor_flag} #{pane_title}')).not.toContain(
        'GONE',
      );
      expect(tmux('display-message', '-p', '#{alternate_on} #{cursor_flag}').trim()).toBe('1 0');
      expect(shown.split('\n').filter((line) => line.length > columns)).toEqual([]);
      tmux('send-keys', 'End');
      await until(/LAST/);
      tmux('send-keys', 'Home');
      await until(/Answer to/);
      await press('Space', /^(?![\s\S]*Answer to)[\s\S]*more lines/);
    },
    30_000,
  );

  test('another size is another screen', async () => {
    start(120, 40);
    await until(/1 of 6/);
    tmux('resize-window', '-x', '60', '-y', '15');
    await until(/^refund · judge {40,45}1 of 6\n/);
    expect(screen().split('\n').filter(Boolean).length).toBeLessThanOrEqual(15);
    tmux('resize-window', '-x', '100', '-y', '30');
    await until(/^refund · judge {80,85}1 of 6\n/);
  }, 30_000);

  test('what is pasted is no verdict, and neither is a key that is held down', async () => {
    start();
    await until(/1 of 6/);
    await pause(350);
    tmux('set-buffer', 'pfpfpf');
    tmux('paste-buffer', '-p');
    await pause(300);
    expect(verdicts()).toEqual([]);
    tmux('send-keys', 'p', 'p', 'p', 'p');
    await until(/2 of 6[\s\S]*too quick/);
    expect(verdicts()).toEqual(['pass']);
  }, 30_000);
});
