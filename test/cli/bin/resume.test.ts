import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Run } from '../../../src/domain/run.ts';
import type { Summary } from '../../../src/domain/summary.ts';
import { seeded } from '../../../src/flow/seeded.ts';
import { builtBin } from './built-bin.ts';
import { project, suite, type TestProject } from './project.ts';
import { type Behaviour, type SlowServer, slowServer } from './slow-server.ts';

let bin: string;
let at: TestProject;
let server: SlowServer;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(async () => {
  at.remove();
  await server.close();
});

const config = (more = '', models = '') =>
  `models:\n  m: { use: "openai-compatible:x", baseUrl: "${server.url}", price: { input: 1, output: 1 } }\n${models}limits: { openai-compatible: { concurrency: 4 } }\n${more}`;

async function made(count: number, behaviour: Behaviour = {}, more = ''): Promise<void> {
  server = await slowServer(behaviour);
  at = project(bin, { 'evals.config.yaml': config(more), 'evals/s.eval.yaml': suite('m', count) });
}

/** Nothing comes from a cache here: what the server is asked is what is counted. */
const run = (...args: string[]) => at.run(['run', '--cache', 'off', ...args]);
const start = (...args: string[]) => at.start(['run', '--cache', 'off', ...args]);

/** Until the server was asked so often. */
async function until(count: number): Promise<void> {
  for (let turn = 0; server.asked.length < count && turn < 400; turn++) await pause(25);
  expect(server.asked.length).toBeGreaterThanOrEqual(count);
}

/** A run that was stopped by Ctrl-C after the server was asked so often. */
async function stopped(count: number, ...args: string[]): Promise<string> {
  const { child, ended } = start(...args);
  await until(count);
  child.kill('SIGINT');
  const { code, err } = await ended;
  expect(code).toBe(130);
  const { id } = at.latest();
  expect(err).toContain(`evals run --resume ${id}`);
  return id;
}

async function summaryOf(id: string): Promise<Summary> {
  const { rows: _, ...summary } = JSON.parse((await at.run(['report', id, '--reporter', 'json'])).out);
  return summary as Summary;
}

/** A summary less what no two runs share: names and times. */
function timeless(summary: Summary): unknown {
  const { run: _, startedAt: __, ms: ___, ...rest } = summary;
  return {
    ...rest,
    suites: summary.suites.map((one) => ({
      ...one,
      arms: one.arms.map(({ latency, firstToken, ...arm }) => ({
        ...arm,
        answered: [latency?.count, firstToken?.count],
      })),
    })),
  };
}

const headerOf = (id: string): Run =>
  JSON.parse(readFileSync(join(at.folder, '.evals', 'runs', id, 'run.json'), 'utf8'));
const idsOf = () =>
  at
    .latest()
    .rows()
    .map((row) => row.id);
const runs = () => readdirSync(join(at.folder, '.evals', 'runs')).sort();
const inRun = (id: string, name: string) => join(at.folder, '.evals', 'runs', id, name);

describe('a run that was stopped goes on', () => {
  test('after Ctrl-C: only what is missing is asked, and the summary is that of an undisturbed run', async () => {
    await made(40, { ms: 40 });
    const id = await stopped(10);
    const before = at.latest().rows();
    const asked = server.asked.length;
    const { code, out, err } = await run('--resume');
    expect(code).toBe(0);
    expect(err).toContain(
      `Run ${id} goes on: ${before.length} of 40 trials are there, ${40 - before.length} left to ask.`,
    );
    expect(out).toContain('40 passed');
    expect(at.latest().id).toBe(id);
    expect(server.asked.length).toBe(asked + 40 - before.length);
    expect(new Set(idsOf()).size).toBe(40);
    expect(at.latest().rows().slice(0, before.length)).toEqual(before);
    const resumed = await summaryOf(id);
    expect(JSON.parse(readFileSync(inRun(id, 'summary.json'), 'utf8'))).toEqual(resumed);
    await run();
    expect(timeless(await summaryOf(at.latest().id))).toEqual(timeless(resumed));
    expect(existsSync(inRun(id, 'lock'))).toBe(false);
  });

  test('after any number of kills: nothing twice, nothing lost, at most what was under way is asked again', async () => {
    await made(150, { ms: 15 });
    const random = seeded(7);
    let kills = 0;
    for (let turn = 0; turn < 6; turn++) {
      const { child, ended } = turn === 0 ? start() : start('--resume');
      if (turn === 0) await until(10);
      await pause(random() * 500);
      child.kill('SIGKILL');
      if ((await ended).signal === 'SIGKILL') kills += 1;
    }
    expect(kills).toBeGreaterThan(2);
    const { code, err } = await run('--resume');
    expect(code, err).toBe(0);
    expect(runs()).toHaveLength(1);
    expect(new Set(idsOf()).size).toBe(150);
    expect(idsOf()).toHaveLength(150);
    expect(server.asked.length).toBeLessThanOrEqual(150 + 4 * kills);
    expect((await summaryOf(at.latest().id)).suites[0]!.arms[0]!.counts.passed).toBe(150);
  }, 60_000);

  test('after a budget, which is then a new one', async () => {
    await made(30, { ms: 5 });
    const first = await run('--max-calls', '12');
    expect(first.code).toBe(4);
    const id = at.latest().id;
    expect(first.err).toContain('--resume');
    const second = await run('--resume', id, '--max-calls', '12');
    expect(second.code).toBe(4);
    expect(at.latest().rows()).toHaveLength(24);
    const third = await run('--resume', id, '--max-calls', '12');
    expect(third.code).toBe(0);
    expect(server.asked).toHaveLength(30);
    expect(at.latest().rows()).toHaveLength(30);
  });

  test('before its first row, and without a journal', async () => {
    await made(6, { ms: 5 });
    await run('--max-calls', '2');
    const { id, folder } = at.latest();
    for (const name of ['trials.jsonl', 'summary.json', 'events.jsonl'])
      rmSync(join(folder, name), { force: true });
    const { code, err } = await run('--resume');
    expect(code, err).toBe(0);
    expect(at.latest().id).toBe(id);
    expect(idsOf()).toHaveLength(6);
  });

  test('from another folder, with the flags of its own command line', async () => {
    await made(20, { ms: 5 });
    at.write({ 'evals/other.eval.yaml': suite('m', 3).replace('suite: s', 'suite: other') });
    await run('evals/s.eval.yaml', '--case', 'c1*', '--repeat', '2', '--max-calls', '7');
    const planned = headerOf(at.latest().id).trials;
    expect(planned).toBe(22);
    const { code, err } = await run('--resume', at.latest().id.slice(-4));
    expect(code, err).toBe(0);
    expect(idsOf()).toHaveLength(22);
    expect(idsOf().every((id) => id.startsWith('s/c1'))).toBe(true);
  });

  test('of failed cases: an earlier run is named by its id, not by "latest"', async () => {
    await made(8);
    at.write({ 'evals/s.eval.yaml': suite('m', 8).replace('30 days', '31 days') });
    await run();
    const earlier = at.latest().id;
    await run('--failed', '--max-calls', '3');
    expect(headerOf(at.latest().id).chosen).toMatchObject({ earlier: { run: earlier }, from: '' });
    const { code, err } = await run('--resume');
    expect(code, err).toBe(1);
    expect(idsOf()).toHaveLength(8);
  });

  test('is finished: that is said, 0, and nothing is asked', async () => {
    await made(3);
    await run();
    const { code, out } = await run('--resume');
    expect(code).toBe(0);
    expect(out).toContain(`Run ${at.latest().id} is finished: all of its 3 trials are there.`);
    expect(out).toContain(`evals show ${at.latest().id}`);
    expect((await run('--resume', '--changed')).out).toContain('is finished');
    expect(server.asked).toHaveLength(3);
    expect(runs()).toHaveLength(1);
  });

  test('is named where it is shown', async () => {
    await made(6);
    await run('--max-calls', '2');
    const { id } = at.latest();
    expect((await at.run(['runs', 'list'])).out).toContain(`4 trials did not run: evals run --resume ${id}`);
    expect((await at.run(['show', id])).out).toContain(`evals run --resume ${id}`);
  });

  test('asks nothing with --dry-run, and refuses flags that choose other trials', async () => {
    await made(6);
    await run('--max-calls', '2');
    const { code, err } = await run('--resume', '--dry-run');
    expect([code, err]).toEqual([0, expect.stringContaining('2 of 6 trials are there, 4 left to ask')]);
    for (const flags of [
      ['--tag', 'x'],
      ['--seed', '3'],
      ['--repeat', '2'],
    ]) {
      const refused = await run('--resume', '--dry-run', ...flags);
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining(flags[0]!)]);
    }
    expect((await run('s', '--resume')).err).toContain('takes its suites from the run');
    expect(server.asked).toHaveLength(2);
  });
});

describe('what a crash left behind', () => {
  async function cutOff(): Promise<string> {
    await made(12, { ms: 5 });
    await run('--max-calls', '5');
    return at.latest().id;
  }

  test('a torn last line is cut off on disk, said, and asked again', async () => {
    const id = await cutOff();
    const file = inRun(id, 'trials.jsonl');
    const whole = readFileSync(file);
    truncateSync(file, whole.length - 7);
    const { code, err } = await run('--resume');
    expect(code, err).toBe(0);
    expect(err).toMatch(/The last line of run .* was cut off when it ended \(\d+ bytes\)/);
    expect(err).toContain('4 of 12 trials are there, 8 left to ask');
    expect(new Set(idsOf()).size).toBe(12);
    expect(idsOf()).toHaveLength(12);
  });

  test('a row whose text was lost counts as not run', async () => {
    await made(1);
    const prompt = `<system>\n${'policy '.repeat(400)}\n</system>\n<user>\n{{ input }}\n</user>\n`;
    at.write({
      'prompts/p/v1.md': prompt,
      'evals/s.eval.yaml': suite('m', 10).replace('models:', 'prompt: p\nmodels:'),
    });
    await run('--max-calls', '6');
    const { id } = at.latest();
    const texts = inRun(id, 'texts.jsonl');
    expect(readFileSync(texts, 'utf8').trim().split('\n')).toHaveLength(1);
    truncateSync(texts, 300);
    const shown = await at.run(['show', id]);
    expect(shown.err).toContain('has lost a text');
    const { code, err } = await run('--resume');
    expect(code, err).toBe(0);
    expect(err).toMatch(/5 trials of run .* have lost a text/);
    expect(err).toContain('1 of 10 trials are there, 9 left to ask');
    expect(new Set(idsOf()).size).toBe(10);
    expect(idsOf()).toHaveLength(10);
    expect((await at.run(['show', id])).err).toBe('');
    expect(at.latest().text()).toContain('policy policy');
  });

  test('a line that is broken in the middle is refused: something else has changed the file', async () => {
    const id = await cutOff();
    const file = inRun(id, 'trials.jsonl');
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.with(1, lines[1]!.slice(5)).join('\n'));
    const { code, err } = await run('--resume');
    expect(code).toBe(2);
    expect(err).toContain('Line 2 of trials.jsonl');
    expect(existsSync(inRun(id, 'lock'))).toBe(false);
  });

  test('a journal that cannot be written: nothing is asked', async () => {
    const id = await cutOff();
    rmSync(inRun(id, 'trials.jsonl'));
    mkdirSync(inRun(id, 'trials.jsonl'));
    const { code, err } = await run('--resume');
    expect([code, err]).toEqual([2, expect.stringContaining('error[run-not-writable]')]);
    expect(server.asked).toHaveLength(5);
  });

  test('a folder without a header is not the newest run', async () => {
    const id = await cutOff();
    at.write({ '.evals/runs/99991231-235959.999-ffff/trials.jsonl': '' });
    const { err } = await run('--resume');
    expect(err).toContain(`Run ${id} goes on`);
  });

  test('a header of an older version: a plain sentence', async () => {
    const id = await cutOff();
    const { chosen: _, ...old } = headerOf(id);
    writeFileSync(inRun(id, 'run.json'), JSON.stringify(old));
    const { code, err } = await run('--resume');
    expect(code).toBe(2);
    expect(err).toContain('it cannot be gone on with');
    expect((await at.run(['runs', 'list'])).out).not.toContain('--resume');
  });
});

describe('what changed since', () => {
  const prompt = (text: string) => `<system>\n${text}\n</system>\n<user>\n{{ input }}\n</user>\n`;
  const cases = (ids: string[], more = '') =>
    ids.map((id) => `  - { id: ${id}, vars: { input: "ask ${id}"${more} } }`).join('\n');
  const twoArms = (list: string, gate = '') =>
    `suite: s\nprompts: [p@v1, p@v2]\nmodels: [m]\ngraders: [{ contains: "30 days" }]\n${gate}cases:\n${list}\n`;
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

  async function cutOff(calls = 8): Promise<string> {
    server = await slowServer({});
    at = project(bin, {
      'evals.config.yaml': config(),
      'prompts/p/v1.md': prompt('one'),
      'prompts/p/v2.md': prompt('two'),
      'evals/s.eval.yaml': twoArms(cases(ids)),
    });
    expect((await run('--max-calls', String(calls))).code).toBe(4);
    expect(at.latest().rows()).toHaveLength(calls);
    return at.latest().id;
  }

  /** Refuses first; then goes on as a new run. Gives back what was said. */
  async function changed(id: string, ...reasons: string[]): Promise<string> {
    const asked = server.asked.length;
    const refused = await run('--resume');
    expect(refused.code).toBe(2);
    for (const reason of reasons) expect(refused.err).toContain(`- ${reason}`);
    expect(refused.err).toContain(`evals run --resume ${id} --changed`);
    expect(server.asked).toHaveLength(asked);
    const { code, err } = await run('--resume', '--changed');
    expect(code, err).toBe(0);
    expect(at.latest().id).not.toBe(id);
    expect(headerOf(at.latest().id).continues).toBe(id);
    for (const reason of reasons) expect(err).toContain(`- ${reason}`);
    return err;
  }

  test('an edited prompt: only its arm is asked anew, and the rest of the plan', async () => {
    const id = await cutOff();
    const old = at.latest().rows();
    const kept = old.filter((row) => row.prompt === 'p@v1');
    const anew = old.length - kept.length;
    at.write({ 'prompts/p/v2.md': prompt('better') });
    const err = await changed(id, 'the prompt p@v2 was edited');
    expect(err).toContain(
      `goes on from run ${id}: ${kept.length} trials kept, ${anew} asked anew, 4 asked for the first time.`,
    );
    expect(server.asked).toHaveLength(8 + anew + 4);
    const rows = at.latest().rows();
    expect(rows.slice(0, kept.length)).toEqual(kept);
    expect(new Set(rows.map((row) => row.id)).size).toBe(12);
    const whole = await summaryOf(at.latest().id);
    await run();
    expect(timeless(await summaryOf(at.latest().id))).toEqual(timeless(whole));
  });

  test('a case that was edited, one that is new and one that is gone', async () => {
    const id = await cutOff(11);
    const finished = at.latest().rows();
    at.write({
      'evals/s.eval.yaml': twoArms(
        `${cases(['b', 'c', 'd', 'e', 'g', 'h'])}\n${cases(['f']).replace('ask f', 'ask F')}`,
      ),
    });
    const err = await changed(
      id,
      'suite "s" (evals/s.eval.yaml, or rows of its cases) was edited: 6 → 7 cases, 1 finished case edited (f), 1 finished case gone (a)',
    );
    const gone = finished.filter((row) => row.case === 'a').length;
    const anew = finished.filter((row) => row.case === 'f').length;
    const kept = 11 - gone - anew;
    expect(err).toContain(
      `${kept} trials kept, ${anew} asked anew, ${14 - kept - anew} asked for the first time, ${gone} left out.`,
    );
    expect(server.asked).toHaveLength(11 + 14 - kept);
    expect(
      new Set(
        at
          .latest()
          .rows()
          .map((row) => row.case),
      ),
    ).toEqual(new Set(['b', 'c', 'd', 'e', 'f', 'g', 'h']));
  });

  test('settings, model and address are told from what to what', async () => {
    const id = await cutOff();
    at.write({
      'evals.config.yaml': config()
        .replace('openai-compatible:x', 'openai-compatible:y')
        .replace('baseUrl:', 'settings: { temperature: 0.7 }, headers: { x-team: blue }, baseUrl:'),
    });
    const err = await changed(
      id,
      'model "m": id x → y',
      'settings of "p@v1 · m": temperature not set → 0.7',
      'model "m": headers not set → {"x-team":"blue"}',
    );
    expect(err).toContain('0 trials kept, 8 asked anew, 4 asked for the first time');
  });

  test('only the gate: all is kept, and decided anew; tags and weights are those of today', async () => {
    const id = await cutOff(11);
    const list = cases(ids).replace('id: a,', 'id: a, weight: 5, tags: [new],');
    at.write({ 'evals/s.eval.yaml': twoArms(list, 'gate: { floor: { pass: 50 } }\n') });
    const err = await changed(
      id,
      'suite "s" (evals/s.eval.yaml, or rows of its cases) was edited: another gate',
    );
    expect(err).toContain('11 trials kept, 0 asked anew, 1 asked for the first time.');
    expect(server.asked).toHaveLength(12);
    const a = at
      .latest()
      .rows()
      .filter((row) => row.case === 'a');
    expect(a.map(({ weight, tags }) => ({ weight, tags }))).toEqual(
      Array(2).fill({ weight: 5, tags: ['new'] }),
    );
  });

  test.each([
    ['a text of the suite', '{ policy: { file: ./policy.md } }', '[{ contains: "30 days" }]', 'policy.md', 'new'],
    ['a schema of a grader', '{}', '[{ json-schema: { file: ./x.json }, not: true }]', 'x.json', '{"type":"array"}'],
    ['a schema of a held grader', '{}', '[{ all: [{ contains: "30 days" }, { json-schema: { file: ./x.json }, not: true }] }]', 'x.json', '{"type":"array"}'],
    ['the code of a grader', '{}', '[{ module: ./g.mjs }]', 'g.mjs', 'export default () => 0.9 > 0.5'],
  ])('%s, in a file of its own: every case has changed', async (_, vars, graders, file, text) => {
    await made(1);
    at.write({
      'evals/s.eval.yaml': suite('m', 6).replace('[{ contains: "30 days" }]', graders).replace('graders:', `vars: ${vars}\ngraders:`),
      'evals/policy.md': 'old',
      'evals/x.json': '{"type":"object"}',
      'evals/g.mjs': 'export default () => true',
    });
    await run('--max-calls', '4');
    const { id } = at.latest();
    at.write({ [`evals/${file}`]: text });
    const err = await changed(id, 'what suite "s" (evals/s.eval.yaml) reads or selects is different: 4 finished cases edited');
    expect(err).toContain('0 trials kept, 4 asked anew, 2 asked for the first time.');
  }); // biome-ignore format: a table

  test('the code of an application under test', async () => {
    await made(1);
    at.write({
      'evals/s.eval.yaml': suite('module:./app.mjs', 4),
      'app.mjs': 'export default () => "30 days"',
    });
    await run('--max-calls', '2');
    const { id } = at.latest();
    at.write({ 'app.mjs': 'export default () => "now 30 days"' });
    const err = await changed(id, 'model "module:./app.mjs": ./app.mjs was edited');
    expect(err).toContain('0 trials kept, 2 asked anew, 2 asked for the first time.');
  });

  test('a run that is finished: with --changed only what changed is asked', async () => {
    await made(5);
    await run();
    const id = at.latest().id;
    at.write({ 'evals/s.eval.yaml': suite('m', 7) });
    const { code, err } = await run('--resume', '--changed');
    expect(code).toBe(0);
    expect(err).toContain(`goes on from run ${id}: 5 trials kept, 0 asked anew, 2 asked for the first time.`);
    expect(server.asked).toHaveLength(7);
  });

  test('a suite that is new or gone', async () => {
    await made(5);
    at.write({ 'evals/t.eval.yaml': suite('m', 2).replace('suite: s', 'suite: t') });
    await run('--max-calls', '6');
    const id = at.latest().id;
    rmSync(join(at.folder, 'evals', 't.eval.yaml'));
    at.write({ 'evals/u.eval.yaml': suite('m', 1).replace('suite: s', 'suite: u') });
    const err = await changed(
      id,
      'suite "t" (evals/t.eval.yaml) is not among the suites any more',
      'suite "u" (evals/u.eval.yaml) is new',
    );
    expect(err).toContain('5 trials kept, 0 asked anew, 1 asked for the first time, 1 left out.');
  });
});

describe('one writer', () => {
  test('of many that resume at once exactly one goes on, also over the lock of a dead one, again and again', async () => {
    await made(400, { ms: 30 });
    const first = start();
    await until(8);
    first.child.kill('SIGKILL');
    await first.ended;
    for (let round = 0; round < 3; round++) {
      const asked = server.asked.length;
      const racers = Array.from({ length: 5 }, () => start('--resume'));
      await until(asked + 12);
      // Those who lose end by themselves.
      const losers = racers.filter(({ child }) => child.exitCode === 2);
      for (let turn = 0; losers.length < 4 && turn < 200; turn++) {
        await pause(25);
        losers.splice(0, losers.length, ...racers.filter(({ child }) => child.exitCode === 2));
      }
      expect(losers).toHaveLength(4);
      for (const { ended } of losers)
        expect((await ended).err).toMatch(/is under way \(process \d+, since .* UTC\)/);
      const [winner] = racers.filter((one) => !losers.includes(one));
      winner!.child.kill('SIGKILL');
      expect((await winner!.ended).signal).toBe('SIGKILL');
    }
    expect(new Set(idsOf()).size).toBe(idsOf().length);
    const { id } = at.latest();
    expect((await at.run(['runs', 'list'])).out).toContain(`evals run --resume ${id}`);
  }, 60_000);

  test('a run that is under way is not touched', async () => {
    await made(600, { ms: 60 });
    const { child, ended } = start();
    await until(6);
    const refused = await run('--resume');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`process ${child.pid}`);
    expect((await at.run(['runs', 'list'])).out).toContain(`under way, process ${child.pid})`);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
  });

  test('another machine may still be at it: the file to remove is named', async () => {
    await made(6);
    await run('--max-calls', '2');
    const { id } = at.latest();
    const lock = { schemaVersion: 1, pid: 1, host: `not-${hostname()}`, since: '2025-01-01T10:00:00.000Z' };
    writeFileSync(inRun(id, 'lock'), JSON.stringify(lock));
    const refused = await run('--resume');
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(`.evals/runs/${id}/lock`);
    expect(refused.err).toContain(`not-${hostname()}`);
    rmSync(inRun(id, 'lock'));
    expect((await run('--resume')).code).toBe(0);
  });

  test.each([
    [
      'of another process of that number',
      JSON.stringify({ pid: process.pid, host: hostname(), started: '1 x' }),
    ],
    ['that nobody can read', '{"pid":'],
    ['that is empty', ''],
  ])('a lock %s does not hold for ever', async (_, lock) => {
    await made(6);
    await run('--max-calls', '2');
    writeFileSync(inRun(at.latest().id, 'lock'), lock);
    const { code, err } = await run('--resume');
    expect(code, err).toBe(0);
    expect(readdirSync(at.latest().folder).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  test('a half-written line of a journal is not cut while its owner lives', async () => {
    await made(6);
    await run('--max-calls', '2');
    const { id } = at.latest();
    appendFileSync(inRun(id, 'trials.jsonl'), '{"schema');
    writeFileSync(inRun(id, 'lock'), JSON.stringify({ pid: process.pid, host: hostname() }));
    expect((await run('--resume')).code).toBe(2);
    expect(readFileSync(inRun(id, 'trials.jsonl'), 'utf8')).toMatch(/\{"schema$/);
  });
});
