import { describe, expect, test } from 'vitest';
import { judgedChecks } from '../../../src/cli/label/judged-checks.ts';
import { toItem } from '../../../src/cli/label/to-item.ts';
import type { Case } from '../../../src/domain/case.ts';
import { labelId } from '../../../src/domain/label-id.ts';
import { checkOf } from '../../graders/check-of.ts';
import { judgingOf } from '../../graders/judged.ts';
import { makeRow } from '../../store/make-run.ts';

const one = { id: 'late', vars: { message: 'Late.' }, expect: 'Yes.', meta: {} } as unknown as Case;
const row = makeRow('late', {
  suite: 'refund',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'It is late.' },
    { role: 'assistant', content: 'Which one?' },
    { role: 'user', content: 'The red one.' },
  ],
});

async function item(entry: unknown, { output = 'Yes.', before }: { output?: string; before?: string } = {}) {
  const check = await checkOf(entry);
  const judging = await judgingOf(check.grader.asks!.prompt);
  return toItem({ ...check, judging }, one, { row, output, before, run: 'r' });
}
const shown = async (entry: unknown, more?: Parameters<typeof item>[1]) =>
  (await item(entry, more))?.sections.map(({ title, text }) => `${title}: ${text}`);
const input = 'input: It is late.\n\nThe red one.';

describe('what is shown is what the judge is shown', () => {
  test.each<[unknown, string[]]>([
    [{ judge: 'Is it kind?' }, ['question: Is it kind?', input, 'output: Yes.']],
    [{ judge: { rubric: 'Is it kind?', judge: 'strict' } }, ['question: Is it kind?', input, 'output: Yes.']],
    [
      { judge: 'Is it kind?', context: 'The policy.', reference: 'No.', samples: 3 },
      ['question: Is it kind?', input, 'context: The policy.', 'reference: No.', 'output: Yes.'],
    ],
    [
      { factual: 'No.' },
      [expect.stringMatching(/^question: A model says/), 'factual: No.', input, 'output: Yes.'],
    ],
    [
      { criteria: ['Is it kind?', { ask: 'Is it short?', weight: 2 }] },
      [expect.any(String), 'criteria: - Is it kind?\n- Is it short?', input, 'output: Yes.'],
    ],
    [{ safe: true }, [expect.any(String), input, 'output: Yes.']],
    // Nothing of the output, nor of the input, is looked at here.
    [
      { 'context-recall': ['One.', 'Two.'], reference: 'Three.' },
      [expect.any(String), 'context-recall: - One.\n- Two.', 'reference: Three.'],
    ],
  ])('%j', async (entry, expected) => {
    expect(await shown(entry)).toEqual(expected);
  });
});

test('the label holds what a judge would have to be asked again', async () => {
  const { label, menu, threshold, judge } = (await item({
    judge: 'Kind?',
    scale: '1-5',
    threshold: 0.75,
    name: 'kind',
  }))!;
  const own = { suite: 'refund', check: 'kind', case: 'late', output: 'Yes.' };
  expect(label).toEqual({
    schemaVersion: 1,
    id: labelId(own),
    ...own,
    vars: { message: 'Late.' },
    expect: 'Yes.',
    meta: {},
    messages: row.messages,
    run: 'r',
    arm: row.arm,
  });
  expect({ menu, threshold, judge }).toEqual({
    menu: { 1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1 },
    threshold: 0.75,
    judge: 'strict',
  });
});

test.each<[unknown, Record<string, number>]>([
  [{ judge: 'Kind?' }, { fail: 0, pass: 1 }],
  [{ safe: true }, { unsafe: 0, safe: 1 }],
  [{ criteria: ['Kind?'] }, { fail: 0, pass: 1 }],
])('%j may be answered by %j', async (entry, menu) => {
  expect((await item(entry))!.menu).toEqual(menu);
});

describe('two outputs', () => {
  const better = (labels: readonly { key: string; label: string }[]) =>
    labels.map(({ label }) => label).join();

  test('stand in either order, and the keys say which is meant', async () => {
    const seen = new Set<string>();
    for (const output of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      const { sections, keys } = (await item({ pairwise: 'Shorter', against: 'Old.' }, { output }))!;
      const first = sections.find(({ title }) => title === 'first output')!.text;
      expect(sections.map(({ text }) => text)).toContain(output);
      expect(keys[0]!.label).toBe(first === output ? 'better' : 'worse');
      expect(JSON.stringify(sections)).not.toMatch(/baseline|against|before/);
      seen.add(better(keys));
    }
    expect([...seen].sort()).toEqual(['better,worse,tie', 'worse,better,tie']);
  });

  test("the baseline's answer belongs to the item; without one, or with the same, nobody is asked", async () => {
    const entry = { pairwise: 'Shorter', baseline: true };
    expect((await item(entry, { before: 'Old.' }))!.label).toMatchObject({ output: 'Yes.', before: 'Old.' });
    expect(await item(entry)).toBeUndefined();
    expect(await item(entry, { before: 'Yes.' })).toBeUndefined();
  });
});

test('checks that others hold are found', async () => {
  const judging = await judgingOf('judge');
  const plain = await checkOf({ contains: 'x' });
  const judged = { ...(await checkOf({ judge: 'Kind?', name: 'kind' })), judging };
  const all = { ...plain, grader: { ...plain.grader, holdsGraders: true }, value: [plain, judged] };
  const not = { ...all, value: { ...all, value: [judged] } };
  expect(judgedChecks([plain, judged, all, not]).map(({ name }) => name)).toEqual(['kind', 'kind', 'kind']);
});
