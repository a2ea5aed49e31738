import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import { seeded } from '../../../src/flow/seeded.ts';
import { type SeededServer, seededServer } from '../../servers/seeded-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

/** KILL_SEED asks for other moments; a failure names its seed. */
const seed = Number(process.env.KILL_SEED ?? 20);
const cases = 2000;
const concurrency = 20;

let bin: string;
let server: SeededServer;
const projects: TestProject[] = [];
beforeAll(async () => {
  bin = await builtBin();
  server = await seededServer({ seed, ms: [3, 12] });
}, 120_000);
afterAll(async () => {
  for (const one of projects) one.remove();
  await server.close();
});

/** Everything that a summary counts: failing cases, tags, weights, attacks. As rows, since twenty-two starts read them. */
function rows(): string {
  const lines = Array.from({ length: cases }, (_, index) =>
    JSON.stringify({
      id: `c${index}`,
      vars: { input: `q${index}` },
      ...(index % 5 === 0 ? { tags: ['five'] } : {}),
      ...(index % 11 === 0 ? { weight: 3 } : {}),
      ...(index % 13 === 0 ? { adversarial: 'typo' } : {}),
      ...(index % 7 === 0 ? { graders: [{ contains: 'never said' }] } : {}),
    }),
  );
  return `${lines.join('\n')}\n`;
}

function made(name: string): TestProject {
  const model = `{ use: "openai-compatible:x", baseUrl: "${server.at(name)}/v1", price: { input: 1, output: 2 } }`;
  const one = project(bin, {
    'evals.config.yaml': `models: { m: ${model} }\nlimits: { openai-compatible: { concurrency: ${concurrency} } }\n`,
    'evals/s.eval.yaml':
      'suite: s\nmodels: [m]\ngraders: [{ contains: "30 days" }]\ncases: [{ from: rows.jsonl }]\n',
    'evals/rows.jsonl': rows(),
  });
  projects.push(one);
  return one;
}

const journalOf = ({ folder }: TestProject): string | undefined => {
  const runs = join(folder, '.evals', 'runs');
  const [id] = existsSync(runs) ? readdirSync(runs) : [];
  return id && existsSync(join(runs, id, 'run.json')) ? join(runs, id, 'trials.jsonl') : undefined;
};
const sizeOf = (path: string | undefined) => (path && statSync(path, { throwIfNoEntry: false })?.size) || 0;

/** Kills at a moment that the draw decides: while it starts, or once so many rows more are on disk, and a bit. */
async function killed(at: TestProject, args: string[], random: () => number): Promise<string | null> {
  const before = sizeOf(journalOf(at));
  const { child, ended } = at.start(args);
  const mayStart = args.includes('--resume');
  const isEarly = mayStart && random() < 0.25;
  const rows = random() * 110;
  if (isEarly) await pause(random() * 500);
  else {
    const enough = () => journalOf(at) && sizeOf(journalOf(at)) - before >= rows * 800;
    while (child.exitCode === null && !enough()) await pause(2);
    await pause(random() * 25);
  }
  child.kill('SIGKILL');
  return (await ended).signal;
}

async function summaryOf(at: TestProject): Promise<Summary & { rows?: unknown }> {
  return JSON.parse((await at.run(['report', '--reporter', 'json'])).out);
}

/** Less what no two runs share: times and ids. With a cache an answer may have been kept, and its row not yet: then it comes from there, without a time and a price. */
function timeless({ suites, missing, interrupted, exitCode }: Summary, isCached: boolean): unknown {
  return {
    missing,
    interrupted,
    exitCode,
    suites: suites.map((one) => ({
      ...one,
      arms: one.arms.map(({ latency, firstToken, answers, cost, tokens, ...arm }) =>
        isCached
          ? { ...arm, answered: answers.asked + answers.cache }
          : {
              ...arm,
              answered: answers.asked,
              tokens,
              cost: cost.usd.toFixed(6),
              timed: [latency?.count, firstToken?.count],
            },
      ),
    })),
  };
}

const triesOf = async (name: string) =>
  Object.entries((await server.told()).records)
    .filter(([key]) => key.startsWith(`${name} `))
    .map(([, tries]) => tries.length);

/** The undisturbed run is made once, beside the others. */
let undisturbed: Promise<{ at: TestProject; summary: Summary }> | undefined;
const whole = () => {
  undisturbed ??= (async () => {
    const at = made('whole');
    const { code, err } = await at.run(['run', '--cache', 'off', '--quiet']);
    expect([code, err]).toEqual([1, '']);
    return { at, summary: await summaryOf(at) };
  })();
  return undisturbed;
};

describe(`kill -9 again and again in a run of ${cases} cases (KILL_SEED=${seed})`, () => {
  test.concurrent.each([
    { cache: 'off', kills: 20 },
    { cache: 'read-write', kills: 8 },
  ])(
    '$kills moments, --cache $cache',
    async ({ cache, kills }) => {
      const name = `killed-${cache}`;
      const random = seeded(seed + cache.length);
      const at = made(name);
      const run = ['run', '--cache', cache, '--quiet'];
      for (let kill = 0; kill < kills; kill++)
        expect(await killed(at, kill === 0 ? run : [...run, '--resume'], random), `kill ${kill}`).toBe(
          'SIGKILL',
        );
      const left = cases - at.latest().rows().length;
      expect(left, 'the last leg has something to do').toBeGreaterThan(0);
      const { code, err } = await at.run([...run, '--resume']);
      expect(code, err).toBe(1);
      const rows = at.latest().rows();
      expect(readdirSync(join(at.folder, '.evals', 'runs'))).toHaveLength(1);
      expect(rows).toHaveLength(cases);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(cases);
      const tries = await triesOf(name);
      const repeated = tries.reduce((sum, count) => sum + count - 1, 0);
      console.log(
        `--cache ${cache}: ${repeated} of ${kills * concurrency} requests that may be repeated were; ${left} cases for the last leg`,
      );
      expect(tries).toHaveLength(cases);
      expect(repeated).toBeLessThanOrEqual(kills * concurrency);
      const isCached = cache !== 'off';
      const summary = await summaryOf(at);
      expect(timeless(summary, isCached)).toEqual(timeless((await whole()).summary, isCached));
      const asked = (await triesOf(name)).reduce((sum, count) => sum + count, 0);
      const again = await at.run([...run, '--resume']);
      expect([again.code, (await triesOf(name)).reduce((sum, count) => sum + count, 0)]).toEqual([0, asked]);
    },
    120_000,
  );
});
