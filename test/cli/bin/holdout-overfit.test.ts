import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ChatRequest } from '../../servers/chat-server.ts';
import { builtBin } from './built-bin.ts';
import { accepted, type LookProject, lookProject, marks, versions } from './look-project.ts';

// Several processes each.
vi.setConfig({ testTimeout: 180_000 });

let bin: string;
let at: LookProject;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at.end());

const systemOf = ({ messages }: ChatRequest) => messages.find(({ role }) => role === 'system')?.content ?? '';
const isSeen = ({ messages }: ChatRequest) => !messages.at(-1)!.content.includes(marks.input);

/** The baseline knows three words of four. One candidate learns the fourth, the other only where anyone can see it. */
async function begun(seal: boolean): Promise<void> {
  at = await lookProject(bin);
  at.answer((request) => {
    const isLogin = request.messages.at(-1)!.content.includes('login');
    const own = isSeen(request) ? '' : ` ${marks.answer}`;
    return systemOf(request).includes('by heart') && isLogin && isSeen(request) ? `account${own}` : undefined;
  });
  at.write({
    'prompts/sort/v1.md': versions.v3,
    'prompts/sort/v3.md': versions.v3.replace('</system>', 'by heart\n</system>'),
    'prompts/sort/v4.md': versions.v1,
  });
  await accepted(at);
  if (seal) await at.seal();
  else await at.evals('holdout', 'freeze', 'desk');
}

describe('the overfit alarm', () => {
  test('of a sealed holdout is one more look and one more bit: yes for what was learnt by heart, no for what holds', async () => {
    await begun(true);
    at.test('v3');
    const without = await at.look('--overfit');
    expect([without.code, without.err.includes('error[overfit-without-run]'), at.askedHoldout()]).toEqual([
      2,
      true,
      0,
    ]);
    expect(without.err).toContain('evals run desk');
    await at.evals('run', '--quiet', '--cache', 'off');
    const learnt = await at.look('--overfit');
    expect([learnt.code, learnt.out.includes('overfit alarm: yes')], learnt.out + learnt.err).toEqual([
      0,
      true,
    ]);
    at.test('v4');
    await at.evals('run', '--quiet', '--cache', 'off');
    const real = await at.look('--overfit');
    expect([real.code, real.out.includes('overfit alarm: no\n')], real.out).toEqual([0, true]);
    expect(at.ledger().map(({ bit, alpha }) => [bit, alpha])).toEqual([
      ['PASS', 0.005],
      ['ALARM', null],
      ['PASS', 0.0025],
      ['NO-ALARM', null],
    ]);
    const asked = at.askedHoldout();
    const again = await at.look('--overfit');
    expect([again.out.includes('overfit alarm: no'), at.askedHoldout(), at.ledger().length]).toEqual([
      true,
      asked,
      4,
    ]);
    // Who does not ask is not told.
    expect((await at.look()).out).not.toContain('overfit');
  });

  test('of a frozen one is said beside its rates; a look that was had without it is asked again for it alone', async () => {
    await begun(false);
    at.test('v3');
    await at.evals('run', '--quiet', '--cache', 'off');
    const { code, out } = await at.look('--overfit');
    expect([code, out.includes('overfit alarm: yes')], out).toEqual([0, true]);
    await at.seal('--looks', '2');
    expect((await at.look()).out).toContain('look 1 of 2');
    expect((await at.look('--overfit')).out).toContain('overfit alarm: yes');
    expect(at.ledger().map(({ bit }) => bit)).toEqual([null, 'PASS', 'ALARM']);
  });
});
