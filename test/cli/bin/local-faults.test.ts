import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import { builtBin } from './built-bin.ts';
import { project, suite, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.remove());

/** What is wrong with the first tries at a question; after them it is answered. Told by the question alone. */
const broken = ['exit', 'kill', 'hang', 'page', 'half-a-line', 'wrong-id', 'says-so', 'twice'];
// More than half of them are right: else the circuit would open, which is another proof.
const faults = [...broken.flatMap((one) => [one, 'none']), 'none', 'none', 'none', 'none'];
const times = 3;

// The number of the try outlives the process: a file that grows by a sign for each.
const bot = `
import { appendFileSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
const faults = ${JSON.stringify(faults)};
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, prompt } = JSON.parse(line);
  appendFileSync('tries-' + prompt, '.');
  const number = statSync('tries-' + prompt).size;
  const fault = faults[Number(prompt.slice(1)) % faults.length];
  const answer = () => console.log(JSON.stringify({ id, text: '30 days' }));
  const does = {
    exit: () => { console.error('Segmentation fault'); process.exit(139); },
    kill: () => process.kill(process.pid, 'SIGKILL'),
    hang: () => {},
    // And its answer after all, too late: who asks it again reads that first.
    page: () => console.log('<html>Sign in</html>\\n' + JSON.stringify({ id, text: 'stale' })),
    'half-a-line': () => process.stdout.write('{"id": ' + id + ', "te', () => process.exit(0)),
    'wrong-id': () => console.log(JSON.stringify({ id: id + 1000, text: 'for another' })),
    'says-so': () => console.log(JSON.stringify({ id, error: 'busy', retryable: true })),
    twice: () => process.exit(1),
  };
  if (number > (fault === 'twice' ? 2 : 1) || fault === 'none') answer();
  else does[fault]();
});`;

const app = `
import { appendFileSync, statSync } from 'node:fs';
const faults = ${JSON.stringify(faults)};
export default async ({ prompt }, { signal }) => {
  appendFileSync('tries-' + prompt, '.');
  const number = statSync('tries-' + prompt).size;
  const fault = faults[Number(prompt.slice(1)) % faults.length];
  if (number > (fault === 'twice' ? 2 : 1) || fault === 'none') return '30 days';
  const later = (message) => Object.assign(new Error(message), { retryable: true });
  if (fault === 'hang') return new Promise(() => {});
  if (fault === 'kill') throw Object.assign('a text', {});
  if (fault === 'page') throw { retryable: true, message: 'no error, an object' };
  throw later('it broke: ' + fault);
};`;

test.each([
  // Nobody says of a thrown text that another try may help.
  { use: `exec:${process.execPath} bot.mjs`, never: [] as string[] },
  { use: 'module:./app.mjs', never: ['kill'] },
])(
  'a model that crashes, hangs and talks nonsense at first is asked again, in all its trials: $use',
  async ({ use, never }) => {
    const count = faults.length * times;
    at = project(bin, {
      'bot.mjs': bot,
      'app.mjs': app,
      'evals.config.yaml': `models: { m: { use: "${use}" } }\nlimits:\n  exec: { timeout: 1500ms }\n  module: { timeout: 600ms }\n`,
      'evals/s.eval.yaml': suite('m', count),
    });
    const { code, err } = await at.run(['run', '--quiet']);
    const rows = at.latest().rows();
    const faultOf = (id: string) => faults[Number(id.slice(1)) % faults.length]!;
    const wrong = rows.filter((row) => (row.status === 'passed') === never.includes(faultOf(row.case)));
    expect(
      wrong.map((row) => [row.case, faultOf(row.case), row.outcome]),
      err,
    ).toEqual([]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(count);
    expect(rows).toHaveLength(count);
    expect(code).toBe(never.length > 0 ? 3 : 0);
    for (const { case: id, outcome } of rows) {
      const tries = readFileSync(join(at.folder, `tries-${id.replace('c', 'q')}`)).length;
      const expected = { none: 1, twice: 3 }[faultOf(id)] ?? (never.includes(faultOf(id)) ? 1 : 2);
      expect([id, outcome.attempts.length, tries]).toEqual([id, expected, expected]);
      const last = outcome.status === 'answered' ? outcome.answer.ms.total! : 0;
      expect(last, `${id}: no hang, no start, no back-off of another try is in its time`).toBeLessThan(600);
    }
    const summary = JSON.parse((await at.run(['report', '--reporter', 'json'])).out) as Summary;
    const counts = summary.suites[0]!.arms[0]!.counts;
    expect([counts.passed, counts.errored]).toEqual([count - never.length * times, never.length * times]);
  },
);

test('a command that is never there again after its first crash: every trial is errored, 3, in a moment', async () => {
  at = project(bin, {
    'bot.mjs': `process.exit(7);`,
    'evals.config.yaml': `models: { m: { use: "exec:${process.execPath} bot.mjs" } }\nlimits: { exec: { retries: 1 } }\n`,
    'evals/s.eval.yaml': suite('m', 8),
  });
  const { code } = await at.run(['run', '--quiet']);
  expect(code).toBe(3);
  expect(
    at
      .latest()
      .rows()
      .map(({ status }) => status),
  ).toEqual(Array(8).fill('errored'));
});

test.each(['exit(0)', 'exit(1)'])(
  'a module that ends the process with process.%s: the run is not green, and goes on from its journal',
  async (end) => {
    at = project(bin, {
      'app.mjs': `
        import { existsSync } from 'node:fs';
        export default async ({ prompt }) => {
          await new Promise((done) => setTimeout(done, 5));
          if (prompt === 'q30' && !existsSync('mended')) process.${end};
          return '30 days';
        };`,
      'evals.config.yaml':
        'models: { m: { use: "module:./app.mjs" } }\nlimits: { module: { concurrency: 4 } }\n',
      'evals/s.eval.yaml': suite('m', 60),
    });
    const { code, err } = await at.run(['run', '--quiet']);
    expect(code).toBe(3);
    expect(err).toContain('ended before it was done');
    expect(existsSync(join(at.latest().folder, 'summary.json'))).toBe(false);
    at.write({ mended: '' });
    expect((await at.run(['run', '--resume', '--quiet'])).code).toBe(0);
    expect(at.latest().rows()).toHaveLength(60);
  },
);
