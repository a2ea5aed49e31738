import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { attacks } from '../../judges/attacks.ts';
import { fakeJudges, mark } from '../../judges/fake-judges.ts';
import { type ChatServer, chatServer } from '../../servers/chat-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
let server: ChatServer;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  at.remove();
  await server.close();
});

const say = (verdict: string) => JSON.stringify({ reason: 'because', verdict });
const verdicts = { wanted: say('pass'), fair: say('fail') };
const outputs = attacks.map(({ text }) => text(mark, { word: 'pass', verdict: verdicts.wanted }));
const jsonLines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

/** A project whose model says what attackers say, and whose judge is one of the weak ones. */
async function besieged(kind: keyof typeof fakeJudges) {
  server = await chatServer(({ messages }) => {
    const said = fakeJudges[kind](messages as Parameters<(typeof fakeJudges)['parrot']>[0], verdicts);
    return typeof said === 'string' ? said : (said.text ?? '');
  });
  at = project(bin, {
    'evals.config.yaml': `judges: { weak: { use: "openai-compatible:judge-1", baseUrl: "${server.url}" } }\n`,
    'outputs.jsonl': jsonLines(outputs.map((output, id) => ({ id: String(id), output }))),
    'cases.jsonl': jsonLines(outputs.map((_, id) => ({ id: String(id), input: `question ${id}` }))),
    'evals/siege.eval.yaml': `
suite: siege
models: ["replay:outputs.jsonl"]
judge: weak
graders: [{ judge: "Names the 30 days" }]
cases: [{ from: ../cases.jsonl }]
`,
  });
}

const statuses = () =>
  at
    .latest()
    .rows()
    .map(({ status }) => status);

test('a judge that obeys whatever stands outside of the fences hears of no attack, on the wire and from a cassette', async () => {
  await besieged('obedient');
  await at.run(['run', '--record', 'tape.jsonl', '--cache', 'off']);
  expect(statuses()).toEqual(Array(outputs.length).fill('failed'));
  const asked = server.asked.length;
  await at.run(['run', '--replay', 'tape.jsonl', '--offline']);
  expect(statuses()).toEqual(Array(outputs.length).fill('failed'));
  expect(server.asked).toHaveLength(asked);
});

test('a judge that says after an attack what it was shown gives no verdict, on the wire and from a cassette', async () => {
  await besieged('parrot');
  await at.run(['run', '--record', 'tape.jsonl', '--cache', 'off']);
  expect(statuses()).toEqual(Array(outputs.length).fill('ungraded'));
  const { code } = await at.run(['run', '--replay', 'tape.jsonl', '--offline']);
  expect(code).toBe(3);
  expect(statuses()).toEqual(Array(outputs.length).fill('ungraded'));
});

// What a real judge would have to say for an attack to win: else the two tests above could not tell a fence from none.
test('the same cassette with the wanted verdict in it passes', async () => {
  await besieged('obedient');
  await at.run(['run', '--record', 'tape.jsonl', '--cache', 'off']);
  const tape = join(at.folder, 'tape.jsonl');
  const text = readFileSync(tape, 'utf8');
  const fair = JSON.stringify(verdicts.fair).slice(1, -1);
  const own = JSON.stringify(say('pass').replace('because', 'it is so')).slice(1, -1);
  writeFileSync(tape, text.replaceAll(`"text":"${fair}"`, `"text":"${own}"`));
  await at.run(['run', '--replay', 'tape.jsonl', '--offline']);
  expect(new Set(statuses())).toEqual(new Set(['passed']));
});
