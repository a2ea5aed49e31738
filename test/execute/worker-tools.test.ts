import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/domain/json.ts';
import { type WorkerTools, workerTools } from '../../src/execute/worker-tools.ts';

const importer = new URL('../../src/providers/import-module.mjs', import.meta.url).href;
let folder: string;
let tools: WorkerTools;
const printed: string[] = [];

const files: Record<string, string> = {
  'plain.mjs':
    'export default ({ output }) => output === "yes";\nexport const named = async () => ({ score: 0.5 });\nexport const number = 3;',
  'typed.ts':
    'type In = { output: string };\nexport default (input: In): number => input.output.length / 10;',
  'throws.mjs': 'export default () => { throw new Error("the grader is broken"); };',
  'text.mjs': 'export default () => { throw "only a text"; };',
  'never.mjs': 'export default () => new Promise(() => setInterval(() => {}, 10));',
  'spins.mjs': 'export default () => { for (;;); };',
  'exits.mjs': 'export default () => process.exit(0);',
  'late.mjs': 'export default () => { setTimeout(() => process.exit(3), 30); return true; };',
  'later-throw.mjs':
    'export default () => { setTimeout(() => { throw new Error("late"); }, 10); return true; };',
  'circle.mjs': 'export default () => { const a = {}; a.a = a; return a; };',
  'nothing.mjs': 'export default () => undefined;',
  'broken.mjs': 'export default (',
  'import-throws.mjs': 'throw new Error("no import today");',
  'prints.mjs':
    'export default () => { console.log("to stdout"); console.error("to stderr"); return true; };',
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evals-graders-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  tools = workerTools(importer, (text) => printed.push(text));
});
afterAll(async () => {
  await tools.close();
  rmSync(folder, { recursive: true });
});

const call = (name: string, timeoutMs = 5000, named?: string): Promise<Json> =>
  tools.callModule({ file: join(folder, name), export: named, input: { output: 'yes' }, timeoutMs });

describe('a grader’s own file', () => {
  test('in JavaScript and TypeScript, by default or by name', async () => {
    expect(await call('plain.mjs')).toBe(true);
    expect(await call('plain.mjs', 5000, 'named')).toEqual({ score: 0.5 });
    expect(await call('typed.ts')).toBe(0.3);
    expect(await call('nothing.mjs')).toBeNull();
  });

  test.each([
    ['throws.mjs', /the grader is broken/],
    ['text.mjs', /only a text/],
    ['never.mjs', /did not return within 100 ms/],
    ['spins.mjs', /did not return within 100 ms/],
    ['exits.mjs', /ended its own thread \(exit code 0\)/],
    ['circle.mjs', /circular/],
    ['broken.mjs', /Unexpected/],
    ['import-throws.mjs', /no import today/],
    ['absent.mjs', /absent\.mjs/],
  ])('%s is rejected with the reason', async (name, reason) => {
    await expect(call(name, 100)).rejects.toThrow(reason);
  });

  test('that exports something else is rejected with what there is', async () => {
    await expect(call('plain.mjs', 5000, 'number')).rejects.toThrow(/no function "number".*default, named/);
  });

  test.each(['late.mjs', 'later-throw.mjs'])(
    '%s ends the thread after its verdict; others are not hurt',
    async (name) => {
      expect(await call(name)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 80));
      const start = performance.now();
      expect(await Promise.all([call('plain.mjs'), call('plain.mjs'), call('plain.mjs')])).toEqual([
        true,
        true,
        true,
      ]);
      expect(performance.now() - start).toBeLessThan(4000);
    },
  );

  test('what it prints goes where it is told, not to stdout', async () => {
    expect(await call('prints.mjs')).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(printed.join('')).toContain('to stdout');
    expect(printed.join('')).toContain('to stderr');
  });

  test('a deadline does not count the start of a thread', async () => {
    const fresh = workerTools(importer, () => {});
    const file = join(folder, 'typed.ts');
    expect(await fresh.callModule({ file, input: { output: 'yes' }, timeoutMs: 50 })).toBe(0.3);
    await fresh.close();
  });

  test('more calls than threads, some of which hang: each gets its own answer', async () => {
    const names = Array.from(
      { length: 12 },
      (_, index) => ['plain.mjs', 'spins.mjs', 'exits.mjs'][index % 3]!,
    );
    const told = await Promise.allSettled(names.map((name) => call(name, 60)));
    expect(told.map(({ status }) => status === 'fulfilled')).toEqual(
      names.map((name) => name === 'plain.mjs'),
    );
  });
});

describe('a native regular expression', () => {
  test('is matched, by its flags', async () => {
    expect(await tools.matchNatively('^(?=.*b)A', 'i', 'a b')).toBe(true);
    expect(await tools.matchNatively('^(?=.*b)A', '', 'a b')).toBe(false);
  });

  test('that hangs is ended, and the next one is matched', async () => {
    await expect(tools.matchNatively('^(a+)+$', '', `${'a'.repeat(40)}!`)).rejects.toThrow(/within 1000 ms/);
    expect(await tools.matchNatively('b', '', 'abc')).toBe(true);
  });

  test('that is none is rejected', async () => {
    await expect(tools.matchNatively('(', '', 'x')).rejects.toThrow(/Invalid regular expression/);
  });
});

test('closing ends what is under way and what waits', async () => {
  const short = workerTools(importer, () => {});
  const file = join(folder, 'never.mjs');
  const calls = Array.from({ length: 5 }, () => short.callModule({ file, input: null, timeoutMs: 60_000 }));
  const told = Promise.allSettled(calls);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await short.close();
  expect((await told).map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
});
