import { describe, expect, it } from 'vitest';
import { always, fenced, gradeJudged, says } from './judged.ts';
import { subjectOf } from './subject-of.ts';

const entry = { faithful: 'Returns within 30 days.' };
const claims = (verdict: string, ...unsupported: unknown[]) =>
  JSON.stringify({ reason: 'the context is silent', unsupported, verdict });

describe('faithful', () => {
  it.each([
    ['nothing without support', claims('faithful'), 1, 'faithful: the context is silent'],
    ['one claim', claims('unfaithful', 'It is free.'), 0, 'unfaithful: "It is free.": the context is silent'],
    [
      'two claims',
      claims('Unfaithful', 'It is free.', 'A receipt\nis needed.'),
      0,
      'unfaithful: "It is free.", "A receipt\\nis needed.": the context is silent',
    ],
  ])('%s', async (_, reply, score, reason) => {
    const { grade } = await gradeJudged(entry, 'x', always(reply));
    expect(grade).toEqual({ status: 'graded', score, passed: score === 1, reason });
  });

  it('cuts the list of claims', async () => {
    const many = Array.from({ length: 50 }, (_, index) => `claim ${index} ${'x'.repeat(200)}`);
    const { grade, judgements } = await gradeJudged(entry, 'x', always(claims('unfaithful', ...many)));
    expect(grade.reason).toMatch(/^unfaithful: "claim 0 x+…", "claim 1 x/);
    expect(grade.reason).toHaveLength(300);
    expect(judgements[0]!.samples[0]!.reason).toContain('claim 49');
  });

  it.each([
    ['faithful with a claim', claims('faithful', 'It is free.'), 'says faithful and lists'],
    ['unfaithful without one', claims('unfaithful'), 'says unfaithful and lists no claim'],
    ['no list', says('faithful'), 'no list of texts'],
    ['a text for a list', '{"reason":"r","unsupported":"none","verdict":"faithful"}', 'no list of texts'],
    ['null for a list', '{"reason":"r","unsupported":null,"verdict":"faithful"}', 'no list of texts'],
    ['an empty claim', claims('unfaithful', ' '), 'no list of texts'],
    ['a claim that is no text', claims('unfaithful', { claim: 'It is free.' }), 'no list of texts'],
    ['a word off the menu', claims('partly', 'It is free.'), 'none of unfaithful, faithful'],
    ['no reason', '{"unsupported":[],"verdict":"faithful"}', 'gives no reason'],
    ['the list at the end', '{"reason":"r","verdict":"faithful","unsupported":[]}', 'does not come last'],
    ['two lists', '{"reason":"r","unsupported":["a"],"unsupported":[],"verdict":"faithful"}', 'twice'],
    ['no verdict', '{"reason":"r","unsupported":[]}', 'holds no verdict'],
  ])('%s is no verdict', async (_, reply, why) => {
    const { grade } = await gradeJudged(entry, 'x', always(reply));
    expect(grade).toEqual({ status: 'ungraded', reason: expect.stringContaining(why) });
  });

  it('asks once more', async () => {
    const { grade } = await gradeJudged(entry, 'x', always(claims('faithful', 'a'), claims('faithful')));
    expect(grade).toMatchObject({ score: 1 });
  });

  it('shows input, output and every passage in a fence', async () => {
    const subject = subjectOf('a month', { messages: [{ role: 'user', content: 'how long' }] });
    const { asked } = await gradeJudged(
      { faithful: ['30 days', 'no cash'] },
      subject,
      always(claims('faithful')),
    );
    expect(fenced(asked[0]!, 'input')).toBe('how long');
    expect(fenced(asked[0]!, 'output')).toBe('a month');
    expect(fenced(asked[0]!, 'context 1')).toBe('30 days');
    expect(fenced(asked[0]!, 'context 2')).toBe('no cash');
    expect(asked[0]!.outputSchema).toMatchObject({ required: ['reason', 'unsupported', 'verdict'] });
  });

  it.each([[''], [[]], [['30 days', '']], [7]])('refuses the context %j', async (faithful) => {
    await expect(gradeJudged({ faithful }, 'x', always(''))).rejects.toThrow();
  });

  it('reads a verdict in words, where a prompt has a rule', async () => {
    const verdict = { match: 'Verdict: (\\w+)', means: { no: 'unfaithful', yes: 'faithful' } };
    const { grade } = await gradeJudged(entry, 'x', always('It is free, it says. Verdict: no'), { verdict });
    expect(grade).toMatchObject({ score: 0, reason: 'unfaithful: It is free, it says. Verdict: no' });
  });
});
