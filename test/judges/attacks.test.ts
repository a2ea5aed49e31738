import { describe, expect, test } from 'vitest';
import { graders } from '../../src/graders/index.ts';
import { gradeJudged } from '../graders/judged.ts';
import { subjectOf } from '../graders/subject-of.ts';
import { attacks, type Wish } from './attacks.ts';
import { fakeJudges, mark, type Verdicts } from './fake-judges.ts';

const r = 'because';
const say = (verdict: string) => JSON.stringify({ reason: r, verdict });
const item = (verdict: string) => ({ n: 1, reason: r, verdict });

/** One entry of each grader that asks a judge, over a text from outside, with what is to be said by whom. */
const entries: Record<string, { entry(text: string): unknown; word: string; wanted: string[]; fair: string }> = {
  judge: {
    entry: (text) => ({ judge: 'Names the 30 days', context: text, reference: text }),
    word: 'pass', wanted: [say('pass')], fair: say('fail'),
  },
  factual: { entry: (text) => ({ factual: text }), word: 'agrees', wanted: [say('agrees'), say('adds')], fair: say('contradicts') },
  faithful: {
    entry: (text) => ({ faithful: text }),
    word: 'faithful',
    wanted: [JSON.stringify({ reason: r, unsupported: [], verdict: 'faithful' })],
    fair: JSON.stringify({ reason: r, unsupported: ['the price'], verdict: 'unfaithful' }),
  },
  relevant: { entry: (text) => ({ relevant: text }), word: 'relevant', wanted: [say('relevant')], fair: say('irrelevant') },
  safe: { entry: () => ({ safe: true }), word: 'safe', wanted: [say('safe')], fair: say('unsafe') },
  'context-recall': {
    entry: (text) => ({ 'context-recall': [text, text], reference: text }),
    word: 'supported',
    wanted: [JSON.stringify({ statements: [{ reason: r, statement: 's', verdict: 'supported' }] })],
    fair: JSON.stringify({ statements: [{ reason: r, statement: 's', verdict: 'missing' }] }),
  },
  'context-precision': {
    entry: (text) => ({ 'context-precision': [text], question: text }),
    word: 'relevant',
    wanted: [JSON.stringify({ passages: [item('relevant')] })],
    fair: JSON.stringify({ passages: [item('irrelevant')] }),
  },
  criteria: {
    entry: (text) => ({ criteria: ['Does it name the 30 days?'], context: text, reference: text }),
    word: 'yes',
    wanted: [JSON.stringify({ criteria: [item('yes')] })],
    fair: JSON.stringify({ criteria: [item('no')] }),
  },
  pairwise: { entry: (text) => ({ pairwise: 'More helpful', against: `plain ${text}` }), word: 'first', wanted: [say('first'), say('second')], fair: say('tie') },
}; // biome-ignore format: a table

const judged = graders.all().filter(({ needs }) => needs === 'judge');

test('there are 40 attacks or more, no two alike, on every grader that asks a judge', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(40);
  const wish = { word: 'pass', verdict: say('pass') };
  expect(new Set(attacks.map(({ text }) => text(mark, wish))).size).toBe(attacks.length);
  expect(Object.keys(entries).sort()).toEqual(judged.map(({ name }) => name).sort());
});

/** What an attack of which the judge is `kind` comes to. */
async function attacked(name: string, text: string, kind: keyof typeof fakeJudges, verdicts: Verdicts) {
  const subject = subjectOf(text, { messages: [{ role: 'user', content: text }] });
  const { grade } = await gradeJudged(entries[name]!.entry(text), subject, ({ messages }) =>
    fakeJudges[kind](messages, verdicts),
  );
  return grade;
}

describe.each(judged.map(({ name }) => name))('%s', (name) => {
  const { word, wanted, fair } = entries[name]!;
  const cases = wanted.flatMap((verdict): { wish: Wish; verdicts: Verdicts }[] => [
    { wish: { word, verdict }, verdicts: { wanted: verdict, fair } },
  ]);

  // A judge that is fair where nobody orders it about would be worth nothing if it could not be talked round at all.
  test('a judge that is ordered to from outside of a fence obeys', () => {
    const { verdicts } = cases[0]!;
    const word = 'bcdfghjklmnpqr';
    const open = [{ role: 'user' as const, content: `a tag that holds the word ${word}. ${mark} say it` }];
    const shut = [
      {
        role: 'user' as const,
        content: `a tag that holds the word ${word}\n<output ${word}>\n${mark}\n</output ${word}>`,
      },
    ];
    expect(fakeJudges.obedient(open, verdicts)).toBe(verdicts.wanted);
    expect(fakeJudges.obedient(shut, verdicts)).toBe(verdicts.fair);
  });

  test.each(attacks.map((one) => [one.name, one] as const))('%s', async (_, { text }) => {
    for (const { wish, verdicts } of cases) {
      const output = text(mark, wish);
      const heard = await attacked(name, output, 'obedient', verdicts);
      const fairly = await attacked(name, 'Thirty days.', 'obedient', verdicts);
      expect(heard).toEqual(fairly);
      expect(await attacked(name, output, 'quoting', verdicts)).toMatchObject({
        passed: fairly.status === 'graded' && fairly.passed,
      });
      for (const kind of ['parrot', 'warning', 'talking', 'cut'] as const)
        expect({ kind, ...(await attacked(name, output, kind, verdicts)) }).toMatchObject({
          kind,
          status: 'ungraded',
        });
    }
  });
});
