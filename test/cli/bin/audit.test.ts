import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Audit } from '../../../src/domain/audit.ts';
import { labelId } from '../../../src/domain/label-id.ts';
import { type ChatRequest, type ChatServer, chatServer } from '../../servers/chat-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let at: TestProject;
let server: ChatServer;
/** What the model says to the case of that number. */
let say = (i: number) => `good, truly good ${i}`;
const isJudge = ({ messages }: ChatRequest) =>
  messages.some(({ content }) => content.includes('You grade the output'));
const numberIn = ({ messages }: ChatRequest) => Number(/question (\d+)/.exec(messages.at(-1)!.content)![1]);
const cases = Array.from({ length: 80 }, (_, i) => `  - { id: c${i}, input: "question ${i}" }`).join('\n');

beforeAll(async () => {
  const bin = await builtBin();
  server = await chatServer((request) => {
    if (!isJudge(request)) return say(numberIn(request));
    const output = /<output (\w+)>\n([\s\S]*)\n<\/output \1>/.exec(request.messages.at(-1)!.content)![2]!;
    return JSON.stringify({ reason: 'r', verdict: output.startsWith('good') ? 'pass' : 'fail' });
  });
  const use = (id: string) => `{ use: "openai-compatible:${id}", baseUrl: "${server.url}" }`;
  at = project(bin, {
    'evals.config.yaml': `models: { shop: ${use('shop-1')} }\njudges: { strict: ${use('judge-1')} }\n`,
    'evals/s.eval.yaml': `suite: refund\nmodels: [shop]\njudge: strict\ngate: {}\ngraders: [{ judge: Is it kind? }]\ncases:\n${cases}\n`,
  });
}, 120_000);
afterAll(async () => {
  at.remove();
  await server.close();
});

// The judge takes the candidate at its word, and people do not.
test('from a run to the verdict of people, of which the judge knew nothing', async () => {
  await at.run(['run', '-q']);
  const accepted = await at.run(['baseline', 'accept', '--reason', 'kind', '--repeat', '1', '-q'], {
    USER: 'ada',
  });
  expect(accepted.err).not.toContain('error');
  const then = say;
  say = (i) => (i % 4 === 0 ? `good, truly bad ${i}` : `good, truly good ${i} now`);
  await at.run(['run', '-q', '--no-canary', '--no-redraw', '--cache', 'off']);
  const asked = server.asked.length;

  const picked = await at.run(['judge', 'audit']);
  expect([picked.code, picked.err]).toEqual([0, '']);
  expect(picked.out).toContain("Picked: all 0 on which the judge's verdicts differ, and all 80 others.");
  const { picks } = JSON.parse(readFileSync(join(at.latest().folder, 'audit.json'), 'utf8')) as Audit;
  expect(Object.keys(picks)).toHaveLength(160);

  const lines = Array.from({ length: 80 }, (_, i) =>
    [then(i), say(i)].map((output) => {
      const item = { suite: 'refund', check: 'judge', case: `c${i}`, output };
      expect(picks[labelId(item)]).toBe('concordant');
      return `${JSON.stringify({ ...item, label: output.includes('truly good'), rater: 'ana', pick: 'concordant' })}\n`;
    }),
  );
  at.write({ 'evals/labels/refund.judge.jsonl': lines.flat().join('') });
  const decided = await at.run(['judge', 'audit']);
  expect(decided.code).toBe(1);
  expect(decided.out.replace(/\s+/g, ' ')).toMatch(
    /FAIL: by what people say, worse than the baseline: −25\.0 points/,
  );
  expect(server.asked).toHaveLength(asked);
}, 120_000);
