import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { builtBin } from './built-bin.ts';
import { project, suite, type TestProject } from './project.ts';
import { type SlowServer, slowServer } from './slow-server.ts';

let bin: string;
let at: TestProject;
let server: SlowServer;
const socket = `evals-test-${process.pid}`;
const tmux = (...args: string[]) =>
  execFileSync('tmux', ['-L', socket, ...args], { encoding: 'utf8', stdio: 'pipe' });
const isThere = (() => {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
})();
const screen = () => tmux('capture-pane', '-p', '-S', '-');

beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  try {
    tmux('kill-server');
  } catch {
    // It is gone when nothing ran in it.
  }
  at?.remove();
  await server?.close();
});

/** Starts the program in a terminal of so many columns. */
async function shown(columns: number, count: number): Promise<void> {
  server = await slowServer({ ms: 60 });
  at = project(bin, {
    'evals.config.yaml': `models: { m: { use: "openai-compatible:x", baseUrl: "${server.url}" } }\nlimits: { openai-compatible: { concurrency: 2 } }`,
    'evals/s.eval.yaml': suite('m', count),
  });
  const command = `cd ${at.folder} && env -u CI -u NO_COLOR -u FORCE_COLOR ${process.execPath} ${bin} run; echo EXIT $?; sleep 60`;
  tmux('-f', '/dev/null', 'new-session', '-d', '-x', String(columns), '-y', '40', command);
}

async function until(sign: RegExp): Promise<string> {
  for (let turn = 0; turn < 400 && !sign.test(screen()); turn++) await pause(25);
  expect(screen()).toMatch(sign);
  return screen();
}

describe.skipIf(!isThere)('on a real terminal (skipped where there is no tmux)', () => {
  test.each([80, 34])('%i columns: one line that is drawn in place, and gone at the end', async (columns) => {
    await shown(columns, 40);
    for (const sign of [/[1-9]\/40/, /[12]\d\/40/]) {
      const lines = (await until(sign)).split('\n').filter((line) => line.trim() !== '');
      expect(lines).toHaveLength(1);
      expect(lines[0]!.length).toBeLessThan(columns);
    }
    const end = await until(/EXIT 0/);
    expect(end).not.toMatch(/[░█]/);
    expect(end).toContain('PASS');
  });

  test('colours are there, and a line that was wider than the window is drawn as one again', async () => {
    await shown(80, 60);
    await until(/[1-9]\/60/);
    tmux('resize-window', '-x', '30', '-y', '40');
    await pause(500);
    // Rows that the terminal itself has moved into its history are out of reach; what is on the screen is not.
    const lines = tmux('capture-pane', '-p').split('\n');
    expect(lines.filter((line) => line.trim() !== '')).toHaveLength(1);
    tmux('send-keys', 'C-c');
    await until(/EXIT 130/);
    expect(tmux('capture-pane', '-p', '-e', '-S', '-')).toContain('\u001b[');
  });
});
