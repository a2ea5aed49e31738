import { describe, expect, it } from 'vitest';
import { gradeEntry } from './grade-entry.ts';
import { gradeRows } from './grade-rows.ts';

describe('matches', () => {
  gradeRows('matches', [
    { value: '\\bAB\\d{4}\\b', output: 'ref AB1234.', score: 1 },
    { value: '^b', output: 'a\nb', score: 0 },
    { value: '^b', output: 'a\nb', options: { multiline: true }, score: 1 },
    { value: 'a.b', output: 'a\nb', score: 0 },
    { value: 'a.b', output: 'a\nb', options: { dotAll: true }, score: 1 },
    { value: 'É', output: 'e\u0301', options: { ignoreCase: true }, score: 1 },
    { value: '\\u00e9(?<n>x)', output: 'éx', score: 1 },
    { value: '\\d', output: '1 2 3', options: { min: 3, max: 3 }, score: 1 },
    { value: '\\d', output: '1 2 3', options: { max: 2 }, score: 0, reason: 'expected at most 2 matches' },
    { value: '\\d', output: '1', options: { min: 2 }, score: 0, reason: 'found 1' },
    { value: 'a*', output: '', options: { min: 1 }, score: 1 },
    { value: '(?=a)', output: 'a', refused: 'engine: js' },
    { value: '(?<!b)a', output: 'a', refused: 'engine: js' },
    { value: '(a)\\1', output: 'aa', refused: 'engine: js' },
    { value: '[a', output: 'a', refused: /missing closing/ },
    { value: '[a', options: { engine: 'js' }, refused: /Invalid regular expression/ },
    { value: 'a', options: { engine: 'js', min: 2 }, refused: 'min and max need' },
    { value: '', refused: 'must not be empty' },
    {
      value: '(?<=€)5',
      output: '€5',
      options: { engine: 'js', ignoreCase: true },
      tools: { matchNatively: async (pattern, flags, text) => new RegExp(pattern, flags).test(text) },
      score: 1,
    },
    {
      why: 'a native pattern that does not come back',
      value: '(a+)+$',
      output: 'a!',
      options: { engine: 'js' },
      tools: { matchNatively: () => Promise.reject(new Error('no answer within 1 s')) },
      ungraded: true,
      reason: 'no answer within 1 s',
    },
  ]);

  it.each(['(a+)+$', '(a|aa)+!$', '(a*)*b', '(.*a){12}b', '(x+x+)+y'])(
    '%s over 50,000 letters returns at once',
    async (pattern) => {
      const output = `${'a'.repeat(50_000)}?`;
      await gradeEntry({ matches: pattern }, 'a');
      const start = performance.now();
      await gradeEntry({ matches: pattern }, output);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
