import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { EarlyStop } from '../../../src/domain/early-stop.ts';
import type { Run } from '../../../src/domain/run.ts';
import type { Summary } from '../../../src/domain/summary.ts';
import { builtBin } from './built-bin.ts';
import { type SeriesProject, seriesProject } from './series-project.ts';

vi.setConfig({ testTimeout: 90_000 });

let bin: string;
let at: SeriesProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.remove());

async function accepted(count: number, options: Parameters<typeof seriesProject>[2] = {}): Promise<void> {
  at = seriesProject(bin, count, options);
  await at.accept();
  at.answer({});
}

const args = ['run', '--quiet', '--cache', 'off', '--no-redraw'];
const run = (...more: string[]) => at.run([...args, '--stop-early', ...more]);
const beside = (name: string) => JSON.parse(readFileSync(join(at.latest().folder, name), 'utf8'));
const stops = (): EarlyStop[] => beside('stopped.json').arms;
const summary = (): Summary => beside('summary.json');
const arm = () => summary().suites[0]!.arms[0]!;

/** Two of five cases fail. */
const broken = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`c${n}`, n % 5 < 2 ? 'F' : 'P']));

describe('a candidate that is', () => {
  test('broken is given up after a few dozen calls', async () => {
    await accepted(80);
    at.answer(broken(80));
    const { code, out, err } = await run();
    expect(code, out + err).toBe(1);
    const [stop] = stops();
    expect(stop).toMatchObject({ verdict: 'FAIL', by: 'e-process', of: 80 });
    expect(stop!.after).toBeLessThanOrEqual(50);
    // What was under way when the verdict came is asked to its end.
    expect(at.asked().length).toBeLessThanOrEqual(stop!.after + 7);
    expect(stop!.skipped).toBe(80 - at.asked().length);
    expect(stop!.sets[0]!.high).toBeLessThan(0);
    expect(summary()).toMatchObject({ missing: 0, interrupted: false, exitCode: 1 });
    expect(arm()).toMatchObject({ planned: at.asked().length, unresolvedWeight: 0 });
    expect(arm().comparison).toMatchObject({
      verdict: 'FAIL',
      stopped: { after: stop!.after, of: 80, by: 'e-process', saved: stop!.skipped },
      all: { notWorse: null, worse: null, interval: 'confidence sequence' },
      unpaired: { removed: [] },
    });
    expect(out).toContain('ended early');
    expect(out).toContain('confidence sequence');
    expect(out).not.toContain('not run');
  });

  test('unchanged is let through before the end', async () => {
    await accepted(200);
    const { code, out, err } = await run();
    expect(code, out + err).toBe(0);
    expect(stops()[0]).toMatchObject({ verdict: 'PASS', by: 'e-process', after: 125, of: 200 });
    expect(at.asked().length).toBeLessThanOrEqual(132);
    expect(arm().comparison).toMatchObject({ verdict: 'PASS' });
  });

  test('in between runs to its end, and is held to what the looks left of the error', async () => {
    await accepted(100);
    at.answer(Object.fromEntries(['c1', 'c2', 'c3', 'c4'].map((id) => [id, 'F'])));
    const { out } = await run();
    expect(at.asked().length).toBeGreaterThan(95);
    const { comparison, rulings } = arm();
    expect(comparison).toMatchObject({ verdict: 'INCONCLUSIVE', split: { looks: 0.01, end: 0.04 } });
    if (stops()[0]!.by === undefined) {
      expect(comparison!.confidence).toBe(0.96);
      expect(rulings[0]!.sentence).toContain('1.0 % of the error');
    }
    expect(out).not.toContain('ended early');
  });
});

test('what ended it can be read off the folder: reports and the gate say the same again', async () => {
  await accepted(80);
  at.answer(broken(80));
  const { code } = await run();
  const stored = summary();
  for (const command of ['gate', 'report']) {
    const again = await at.run([command, '--reporter', 'json']);
    const { rows: _, ...told } = JSON.parse(again.out);
    expect(told).toEqual(stored);
    expect((await at.run([command])).code).toBe(code);
  }
  const resumed = await at.run(['run', '--resume', '--no-redraw']);
  expect(resumed.out).toContain('is finished');
});

test('whoever answers first changes nothing, nor does the seed', async () => {
  await accepted(80);
  at.answer(broken(80));
  await run();
  const { skipped: _, ...first } = stops()[0]!;
  const file = join(at.folder, 'app.mjs');
  const slow = readFileSync(file, 'utf8').replace(
    'if (ms > 0)',
    'await new Promise((resolve) => setTimeout(resolve, (id.length * 7919 + id.charCodeAt(id.length - 1) * 31) % 40));\n  if (ms > 0)',
  );
  at.write({ 'app.mjs': slow });
  at.answer(broken(80));
  await run('--seed', '99');
  const { skipped: __, ...second } = stops()[0]!;
  expect(second).toEqual(first);
});

test('killed and gone on with, the verdict is the one that it would have been', async () => {
  await accepted(80);
  at.answer(broken(80), 30);
  await run();
  const { skipped: _, ...whole } = stops()[0]!;
  at.answer(broken(80), 30);
  const { child, ended } = at.start([...args, '--stop-early']);
  for (let turn = 0; turn < 400 && at.asked().length < 6; turn++) await pause(10);
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(join(at.latest().folder, 'stopped.json'))).toBe(false);
  const { code, err } = await at.run(['run', '--quiet', '--cache', 'off', '--no-redraw', '--resume']);
  expect(code, err).toBe(1);
  const { skipped: __, ...resumed } = stops()[0]!;
  expect(resumed).toEqual(whole);
  expect(at.latest().rows().length).toBeLessThan(80);
});

test('flips are drawn again after it', async () => {
  await accepted(80);
  at.answer(broken(80));
  await at.run(['run', '--quiet', '--cache', 'off', '--stop-early']);
  expect(at.beside('redraws.jsonl').length).toBeGreaterThan(0);
  expect(arm().comparison!.flips.every(({ redrawn }) => redrawn?.verdict === 'regressed')).toBe(true);
});

test('where it can do nothing it says so, and runs whole', async () => {
  await accepted(60, { gate: '{ target: suite }' });
  const target = await run();
  expect(target.err).toContain('stop-early-idle');
  expect(at.asked()).toHaveLength(60);
  at.remove();
  at = seriesProject(bin, 20);
  const { err } = await run();
  expect(err).toContain('none of its arms has a baseline');
  expect(at.asked()).toHaveLength(20);
  expect((beside('run.json') as Run).suites[0]!.stopEarly).toBeUndefined();
  expect(existsSync(join(at.latest().folder, 'stopped.json'))).toBe(false);
});

test('cases that are weighed otherwise than in the baseline: it runs whole, and says so', async () => {
  await accepted(40);
  const file = join(at.folder, 'evals/s.eval.yaml');
  at.write({ 'evals/s.eval.yaml': readFileSync(file, 'utf8').replace('id: c0,', 'id: c0, weight: 3,') });
  at.answer(broken(40));
  const { err } = await run();
  expect(err).toContain('weighs or groups otherwise');
  expect(at.asked()).toHaveLength(40);
});

test('it stands beside no cassette', async () => {
  at = seriesProject(bin, 2);
  for (const flag of ['--record', '--replay']) {
    const { code, err } = await run(flag, 'tape.jsonl');
    expect(code).toBe(2);
    expect(err).toContain(flag);
  }
});

test('a run that ended early is no baseline', async () => {
  await accepted(80);
  at.answer(broken(80));
  await run();
  const { code } = await at.run(['baseline', 'accept', '--as-is', '--reason', 'half']);
  expect(code).toBe(2);
});
