import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal, run } from '../../src/index.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evals-api-'));
  mkdirSync(join(folder, 'evals'));
  writeFileSync(
    join(folder, 'evals', 'echo.eval.yaml'),
    'suite: echo\nmodels: [embedded:echo]\ncases:\n  - { id: same, input: yes it is, expect: yes it is }\n  - { id: other, input: no, expect: yes }\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a program runs suites and reads what came out', async () => {
  const { run: header, summary } = await run({ folder });
  expect(header.suites.map((suite) => suite.name)).toEqual(['echo']);
  expect(summary.suites[0]?.arms[0]?.counts).toMatchObject({ passed: 1, failed: 1 });
  expect(summary.exitCode).toBe(1);
});

test('a selection narrows it', async () => {
  const { summary } = await run({ folder, cases: ['same'] });
  expect(summary.suites[0]?.arms[0]?.counts).toMatchObject({ passed: 1, failed: 0 });
  expect(summary.exitCode).toBe(0);
});

test('bad input is a refusal with all its problems', async () => {
  const refusal = await run({ folder, models: ['embedded:ecko'] }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).problems.map((problem) => problem.hint)).toEqual(['Did you mean "echo"?']);
});
