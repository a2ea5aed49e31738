import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { builtBin } from './built-bin.ts';
import { accepted, type LookProject, lookProject, marks, versions } from './look-project.ts';
import type { Ended } from './project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 180_000 });

let bin: string;
let at: LookProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.end());

async function sealed(...args: string[]): Promise<void> {
  at = await lookProject(bin);
  await accepted(at);
  await at.seal(...args);
  at.git('add', '-A');
  at.git('commit', '--quiet', '--message', 'Seal');
}

const isOfHoldout = ({ messages }: { messages: { content: string }[] }) =>
  messages.at(-1)!.content.includes(marks.input);
const said = ({ code, out, err }: Ended) => [code, out, err];

/** Nothing that is sealed is in a file of the project. */
function expectHidden(): void {
  for (const [name, text] of at.files())
    for (const mark of Object.values(marks))
      expect(text.includes(Buffer.from(mark).toString('latin1')), name).toBe(false);
}

/** A template that fails on one case alone: with such ones the set could be read word by word. */
const probe = versions.v2.replace(
  '{{ message }}',
  `{{ message }}{% if message contains "bensirup 7:" %}{{ nothing }}{% endif %}`,
);

describe('a run of a sealed holdout that broke', () => {
  test('says that it broke, the same whatever the reason; it is written down and spends no look, and not for ever', async () => {
    await sealed('--looks', '3');
    at.test('v2');
    // The model is down for a part of it, for all of it, has no time; a template fits some cases and not others.
    at.answer((request, index) => (isOfHoldout(request) && index % 3 === 0 ? 500 : undefined));
    const some = await at.look();
    expect(some.code).toBe(3);
    expect(some.out).toBe('\ndesk  holdout, sealed\n\nINCOMPLETE  desk\n\n');
    expect(some.err).toContain('error[look-broke]');
    expect(some.out + some.err).not.toMatch(/\d/);
    at.answer(() => undefined);
    const cut = await at.look('--max-calls', '30');
    const asked = at.askedHoldout();
    at.write({ 'prompts/sort/v5.md': probe, 'evals/desk.eval.yaml': at.suite('v5') });
    const probed = await at.look();
    expect(at.askedHoldout()).toBe(asked);
    expect([said(cut), said(probed)]).toEqual([said(some), said(some)]);
    expect(at.ledger().map(({ bit }) => bit)).toEqual([null, null, null]);
    expectHidden();
    // When a run breaks is something that one can learn too.
    const more = await at.look();
    expect([more.code, more.err.includes('error[looks-broke]'), at.ledger().length], more.err).toEqual([
      2,
      true,
      3,
    ]);
    const report = JSON.parse((await at.evals('report', '--reporter', 'json')).out);
    expect(report).toMatchObject({ exitCode: 3, missing: 0, ms: 0, rows: [] });
  });

  test('goes on with the same candidate, which is charged once', async () => {
    await sealed();
    at.test('v2');
    at.answer(() => 500);
    expect((await at.look()).code).toBe(3);
    at.answer(() => undefined);
    const { code, out } = await at.look();
    expect([code, out.includes('look 1 of 10')]).toEqual([0, true]);
    expect(at.ledger().map(({ bit }) => bit)).toEqual([null, 'PASS']);
  });

  test('killed in the middle it leaves no plain text, no look and no bit; nor does Ctrl-C', async () => {
    await sealed();
    at.test('v2');
    const env = { SHOP_KEY: 'sk-shop-0123456789', EVALS_HOLDOUT_KEY: at.identity };
    at.answer(async (request) => {
      if (isOfHoldout(request)) await pause(at.askedHoldout() > 30 ? 3000 : 20);
      return undefined as never;
    });
    for (const signal of ['SIGKILL', 'SIGINT'] as const) {
      at.server.asked.length = 0;
      const { child, ended } = at.start(['run', '--holdout'], env);
      while (at.askedHoldout() < 35) await pause(20);
      child.kill(signal);
      const { code, out, err } = await ended;
      expect([code, out === '' || out.includes('INCOMPLETE')], err).toEqual([
        signal === 'SIGINT' ? 130 : null,
        true,
      ]);
      expect(readFileSync(join(at.latest().folder, 'trials.jsonl'), 'utf8').length).toBeGreaterThan(8192);
      expectHidden();
      expect(at.ledgerText()).toBe('');
    }
    expect((await at.run(['runs', 'list'])).out).toContain('desk');
    expect((await at.run(['report'])).code).toBe(3);
  });

  test('what graders print, and what a model says of itself, is not shown', async () => {
    at = await lookProject(bin, {
      graders: '[{ module: "./noisy.mjs" }, { contains: $expect }]',
    });
    at.write({
      'evals/noisy.mjs':
        'export default ({ output }) => { console.log("NOISE " + output); console.error("NOISE " + output); return { passed: true, score: 1, reason: "fine" }; };\n',
    });
    await accepted(at);
    await at.seal();
    at.test('v2');
    const { code, out, err } = await at.look();
    expect([code, /NOISE/.test(out + err)], out + err).toEqual([0, false]);
    expectHidden();
  });
});
