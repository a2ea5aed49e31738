import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { builtBin } from './built-bin.ts';
import { type Ended, project, suite, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.remove());

const preload = pathToFileURL(join(import.meta.dirname, 'deny-sockets.mjs')).href;
const keys = { OPENAI_API_KEY: 'sk-12345678', ANTHROPIC_API_KEY: 'sk-12345679' };

/** Runs the program with every way to the network denied; `attempts` are those that it made all the same. */
async function denied(args: string[]): Promise<Ended & { attempts: string[] }> {
  const file = join(at.folder, 'attempts');
  rmSync(file, { force: true });
  const ended = await at.run(args, { ...keys, NODE_OPTIONS: `--import=${preload}`, ATTEMPTS: file });
  const attempts = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return { ...ended, attempts };
}

const local = {
  'evals/s.eval.yaml': suite('echo, said, app, bot', 3).replace('contains: "30 days"', 'matches: "."'),
  'outputs.jsonl': ['c0', 'c1', 'c2'].map((id) => `{"id":"${id}","output":"30 days"}\n`).join(''),
  'app.mjs': 'export default ({ prompt }) => prompt;',
  'bot.mjs': `
    import { createInterface } from 'node:readline';
    createInterface({ input: process.stdin }).on('line', (line) =>
      console.log(JSON.stringify({ id: JSON.parse(line).id, text: '30 days' })));`,
  'evals.config.yaml': `models:
  echo: { use: "embedded:echo" }
  said: { use: "replay:outputs.jsonl" }
  app: { use: "module:./app.mjs" }
  bot: { use: "exec:${process.execPath} bot.mjs" }
`,
};

const remote: [name: string, model: string][] = [
  ['openai', '{ use: "openai:gpt-5-mini" }'],
  ['anthropic', '{ use: "anthropic:claude-haiku-4-5" }'],
  ['google', '{ use: "google:gemini-2.5-flash" }'],
  ['openai-compatible', '{ use: "openai-compatible:x", baseUrl: "http://127.0.0.1:9/v1" }'],
  ['http', '{ use: "http:http://127.0.0.1:9/ask" }'],
];

describe('with sockets denied', () => {
  test('the denial bites: a model over the network is tried, and fails', async () => {
    at = project(bin, {
      'evals.config.yaml': `models: { m: ${remote[3]![1]} }\nlimits: { openai-compatible: { retries: 0 } }\n`,
      'evals/s.eval.yaml': suite('m', 2),
    });
    const { code, attempts } = await denied(['run']);
    expect(code).toBe(3);
    expect(attempts.length).toBeGreaterThan(0);
  });

  test('--offline with local models: all is asked and graded, and no socket is', async () => {
    at = project(bin, local);
    const { code, attempts, err } = await denied(['run', '--offline', '--quiet']);
    expect([code, attempts, err]).toEqual([0, [], '']);
    expect(
      at
        .latest()
        .rows()
        .map(({ status }) => status),
    ).toEqual(Array(12).fill('passed'));
  });

  test('--offline with models that need the network: each is named before the first trial, a fallback too', async () => {
    at = project(bin, {
      ...local,
      'evals.config.yaml': `${local['evals.config.yaml']}${remote.map(([name, model]) => `  far-${name}: ${model}\n`).join('')}  mixed: { use: "module:./app.mjs", fallback: [openai:gpt-5-mini] }\n`,
      'evals/s.eval.yaml': suite(`echo, mixed, ${remote.map(([name]) => `far-${name}`).join(', ')}`, 3),
    });
    const { code, attempts, err } = await denied(['run', '--offline']);
    expect([code, attempts], err).toEqual([2, []]);
    for (const [name] of remote) expect(err).toMatch(new RegExp(`"far-${name}" .*--offline`));
    expect(err).toMatch(/"openai:gpt-5-mini" .*--offline/);
    expect(existsSync(join(at.folder, '.evals'))).toBe(false);
  });

  test('what asks no model opens no socket, with or without the flag', async () => {
    at = project(bin, {
      ...local,
      'evals.config.yaml': `${local['evals.config.yaml']}  far: ${remote[0]![1]}\n`,
      'evals/t.eval.yaml': suite('far', 3).replace('suite: s', 'suite: t'),
    });
    expect((await denied(['run', 's'])).attempts).toEqual([]);
    const commands = [
      ['--help'],
      ['check'],
      ['run', '--dry-run'],
      ['report'],
      ['show', 'latest'],
      ['list', 'models'],
      ['doctor', '--offline'],
      ['schema', 'suite'],
    ];
    for (const command of commands) {
      const { attempts, code } = await denied(command);
      expect(attempts, command.join(' ')).toEqual([]);
      expect([0, 2], command.join(' ')).toContain(code);
    }
  });
});

const unshared = (() => {
  try {
    execFileSync('unshare', ['-rn', 'true'], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!unshared)(
  'in a world without a network: local models are asked and graded (skipped where unshare is not permitted)',
  () => {
    at = project(bin, local);
    const out = execFileSync('unshare', ['-rn', process.execPath, bin, 'run', '--offline'], {
      cwd: at.folder,
      encoding: 'utf8',
    });
    expect(out).toContain('PASS');
    expect(at.latest().rows()).toHaveLength(12);
  },
);
