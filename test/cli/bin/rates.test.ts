import { beforeAll, describe, expect, test } from 'vitest';
import type { HeaderStyle } from '../../servers/rate-headers.mjs';
import { bucketLaw, type RateLaw, windowLaw } from '../../servers/rate-laws.mjs';
import { rateServer } from '../../servers/rate-server.ts';
import { builtBin } from './built-bin.ts';
import { project } from './project.ts';

let bin: string;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);

const suite = (count: number) => {
  const cases = Array.from(
    { length: count },
    (_, n) => `  - { id: c${n}, vars: { input: "question ${n}" } }`,
  );
  return `suite: rates\nmodels: [m]\ngraders: [{ contains: "30 days" }]\ncases:\n${cases.join('\n')}\n`;
};

/** Runs so many cases against a server that keeps to the law. */
async function run(law: RateLaw, headers: HeaderStyle, count: number, limits = '') {
  const server = await rateServer({ law, headers });
  const at = project(bin, {
    'evals.config.yaml': `models:\n  m: { use: "openai-compatible:x", baseUrl: "${server.url}/v1" }\n${limits}`,
    'evals/rates.eval.yaml': suite(count),
  });
  const start = performance.now();
  const ended = await at.run(['run', '-q']);
  const ms = performance.now() - start;
  await server.close();
  const latest = { rows: at.latest().rows(), text: at.latest().text() };
  at.remove();
  return { ended, ms, paid: [...server.paid.values()], refused: server.refused, latest };
}

describe.concurrent('the real program against a real server', () => {
  test.each<{ what: string; law: () => RateLaw; headers: HeaderStyle; count: number }>([
    {
      what: 'every answer says that nothing remains',
      law: () => bucketLaw(1, 20),
      headers: 'openai',
      count: 30,
    },
    {
      what: 'a window that says when it ends',
      law: () => windowLaw(40, 1000),
      headers: 'openai',
      count: 100,
    },
    { what: 'dates for resets', law: () => bucketLaw(30, 30), headers: 'anthropic', count: 80 },
    { what: 'moments since 1970', law: () => bucketLaw(30, 30), headers: 'plain', count: 80 },
    { what: 'the words of the IETF', law: () => bucketLaw(30, 30), headers: 'ietf', count: 80 },
    { what: 'not a word', law: () => bucketLaw(30, 30), headers: 'none', count: 80 },
  ])('$what: each question is answered and paid for once', async ({ law, headers, count }) => {
    const { ended, paid, latest } = await run(law(), headers, count);
    expect(ended.code, ended.err).toBe(0);
    expect(paid).toEqual(Array.from({ length: count }, () => 1));
    expect(latest.rows.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => 'passed'));
    expect(latest.text).toContain('"type":"paced"');
  });

  test('a stated number of requests a minute is kept to', async () => {
    const limits = 'limits: { openai-compatible: { requestsPerMinute: 600 } }\n';
    const { ended, paid, ms, refused } = await run(bucketLaw(12, 10), 'none', 30, limits);
    expect(ended.code, ended.err).toBe(0);
    expect(paid).toHaveLength(30);
    expect(refused).toEqual([]);
    // Ten at once, then 9.85 a second.
    expect(ms).toBeGreaterThan((20 / 9.85) * 1000);
  });
});
