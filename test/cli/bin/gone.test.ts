import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SeededServer, seededServer } from '../../servers/seeded-server.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

let bin: string;
let at: TestProject;
let server: SeededServer;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  at.remove();
  await server.close();
});

const cases = 200;
/** Long enough to be shared by the rows, in texts.jsonl. */
const policy = 'Returned within 30 days. '.repeat(60);

async function made(ms: [number, number] = [20, 30]): Promise<void> {
  server = await seededServer({ seed: 1, ms });
  const lines = Array.from({ length: cases }, (_, index) =>
    JSON.stringify({ id: `c${index}`, vars: { input: `q${index}` } }),
  );
  at = project(bin, {
    'evals.config.yaml': `models: { m: { use: "openai-compatible:x", baseUrl: "${server.at('m')}/v1" } }\nlimits: { openai-compatible: { concurrency: 8 } }\n`,
    'prompts/p/v1.md': `<system>\n${policy}\n</system>\n<user>\n{{ input }}\n</user>\n`,
    'evals/rows.jsonl': `${lines.join('\n')}\n`,
    'evals/s.eval.yaml':
      'suite: s\nprompt: p@v1\nmodels: [m]\ngraders: [{ contains: "30 days" }]\ncases: [{ from: rows.jsonl }]\n',
  });
}

/** Until some rows, and the text that they share, are on disk. */
async function begun(child: ChildProcess): Promise<string> {
  for (let turn = 0; turn < 1500 && child.exitCode === null; turn++) {
    await pause(5);
    const runs = join(at.folder, '.evals', 'runs');
    const [id] = existsSync(runs) ? readdirSync(runs) : [];
    const isThere = ['run.json', 'trials.jsonl', 'texts.jsonl'].every(
      (name) => id && existsSync(join(runs, id, name)),
    );
    // The last line may be half written.
    const lines = isThere ? readFileSync(join(runs, id!, 'trials.jsonl'), 'utf8').split('\n').length : 0;
    if (lines > 20) return join(runs, id!);
  }
  throw new Error('it never began');
}

const asked = async () => Object.keys((await server.told()).records).length;

describe('while a run is under way', () => {
  test('its texts are removed: it stops and says so, 3; resumed, the rows that need them are asked again', async () => {
    await made();
    const { child, ended } = at.start(['run', '--quiet', '--cache', 'off']);
    const folder = await begun(child);
    rmSync(join(folder, 'texts.jsonl'));
    const { code, err } = await ended;
    const written = at.latest().rows().length;
    // Either it notices, or no text was needed any more and the rows are those that a resumed run mends.
    expect([code, err]).toEqual([3, expect.stringMatching(/removed/)]);
    expect(written).toBeLessThan(cases);
    expect((await at.run(['run', '--resume', '--quiet', '--cache', 'off'])).code).toBe(0);
    const rows = at.latest().rows();
    expect(new Set(rows.map(({ id }) => id)).size).toBe(cases);
    expect(rows).toHaveLength(cases);
    expect((await at.run(['show', 'latest', 'c150'])).out).toContain('Returned within 30 days.');
  });

  test('its folder is replaced by another of the same name: it stops and says so, 3, and writes nothing into that one', async () => {
    await made();
    const { child, ended } = at.start(['run', '--quiet', '--cache', 'off']);
    const folder = await begun(child);
    renameSync(folder, join(at.folder, 'moved'));
    mkdirSync(folder);
    const { code, err } = await ended;
    expect([code, err]).toEqual([3, expect.stringMatching(/moved it|removed it|put another in its place/)]);
    expect(await asked()).toBeLessThan(cases);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('its folder is copied and the copy put in its place: no row is lost unseen', async () => {
    await made();
    const { child, ended } = at.start(['run', '--quiet', '--cache', 'off']);
    const folder = await begun(child);
    cpSync(folder, join(at.folder, 'copy'), { recursive: true });
    renameSync(folder, join(at.folder, 'moved'));
    renameSync(join(at.folder, 'copy'), folder);
    const { code, err } = await ended;
    expect([code, err]).toEqual([3, expect.stringMatching(/moved it|removed it|put another in its place/)]);
    const { out } = await at.run(['report', '--reporter', 'json']);
    expect(JSON.parse(out).missing).toBeGreaterThan(0);
  });
});

test('two runs at once in one project: two ids, both whole, and a cache that both can use', async () => {
  await made([2, 6]);
  const both = await Promise.all([at.run(['run', '--quiet']), at.run(['run', '--quiet'])]);
  expect(both.map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  const runs = readdirSync(join(at.folder, '.evals', 'runs'));
  expect(runs).toHaveLength(2);
  for (const id of runs) {
    const lines = readFileSync(join(at.folder, '.evals', 'runs', id, 'trials.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean);
    expect(new Set(lines.map((line) => JSON.parse(line).id)).size, id).toBe(cases);
    expect(lines, id).toHaveLength(cases);
  }
  const before = (await server.told()).records;
  expect((await at.run(['run', '--quiet'])).code).toBe(0);
  expect((await server.told()).records, 'a third run asks nothing').toEqual(before);
});

test('a run whose trials are named by an address with a key in it goes on: what is done is known again', async () => {
  await made();
  let requests = 0;
  const plain = createServer((request, response) => {
    requests += 1;
    request.resume().on('end', () => setTimeout(() => response.end('30 days'), 20));
  });
  plain.listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const address = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/?api_key=sk-abcdefgh12345`;
  const text = readFileSync(join(at.folder, 'evals', 's.eval.yaml'), 'utf8');
  at.write({ 'evals/s.eval.yaml': text.replace('[m]', `["http:${address}"]`) });
  const { child, ended } = at.start(['run', '--quiet', '--cache', 'off']);
  await begun(child);
  child.kill('SIGINT');
  expect((await ended).code).toBe(130);
  expect((await at.run(['run', '--resume', '--quiet', '--cache', 'off'])).code).toBe(0);
  const rows = at.latest().rows();
  expect(rows).toHaveLength(cases);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(cases);
  expect(requests).toBe(cases);
  expect(at.latest().text()).not.toContain('sk-abcdefgh');
  plain.close();
});

test('SIGTERM in CI: what is under way is finished and kept, 130, and it goes on from there', async () => {
  await made();
  const { child, ended } = at.start(['run', '--cache', 'off'], { CI: 'true' });
  await begun(child);
  child.kill('SIGTERM');
  const { code, err } = await ended;
  expect(code).toBe(130);
  const rows = at.latest().rows().length;
  expect(rows).toBe(await asked());
  expect(rows).toBeLessThan(cases);
  expect(err).toContain(`evals run --resume ${at.latest().id}`);
  expect((await at.run(['run', '--resume', '--quiet', '--cache', 'off'])).code).toBe(0);
  const tries = Object.values((await server.told()).records).map(({ length }) => length);
  expect([tries.length, Math.max(...tries)]).toEqual([cases, 1]);
});
