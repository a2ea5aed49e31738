import { expect, test } from 'vitest';
import { count } from '../../src/text/count.ts';
import { duration } from '../../src/text/duration.ts';
import { money } from '../../src/text/money.ts';
import { oneLine } from '../../src/text/one-line.ts';
import { percent } from '../../src/text/percent.ts';
import { truncate } from '../../src/text/truncate.ts';

test.each([
  [0, '0 ms'],
  [840.4, '840 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [2340, '2.3 s'],
  [59_949, '59.9 s'],
  [59_999, '1 min 0 s'],
  [192_000, '3 min 12 s'],
  [3_599_900, '1 h 0 min'],
  [3_840_000, '1 h 4 min'],
])('%d milliseconds are %s', (ms, words) => expect(duration(ms)).toBe(words));

test.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.912, '91.2 %'],
  [0.9999, '99.9 %'],
  [0.0001, '0.1 %'],
  [0.5, '50.0 %'],
])('a share of %d is %s', (share, words) => expect(percent(share)).toBe(words));

test.each([
  [0, '$0'],
  [12.345, '$12.35'],
  [0.21, '$0.21'],
  [0.01, '$0.01'],
  [0.009, '$0.009'],
  [0.002134, '$0.00213'],
  [0.00000012, '$0.00000012'],
])('%d dollars are %s', (usd, words) => expect(money(usd)).toBe(words));

test.each([
  [1, '1 case'],
  [0, '0 cases'],
  [1234, '1,234 cases'],
  [1_234_567, '1,234,567 cases'],
])('%d cases are %s', (n, words) => expect(count(n, 'case')).toBe(words));

test('an irregular plural is given', () => expect(count(2, 'retry', 'retries')).toBe('2 retries'));

test('all white space is one blank', () => expect(oneLine(' a\r\n\tb \u2028 c ')).toBe('a b c'));

test.each([
  ['short', 5, 'short'],
  ['longer', 5, 'long…'],
  ['a𝄞𝄞', 4, 'a𝄞…'],
  ['a𝄞𝄞', 3, 'a…'],
])('%s cut at %d is %s', (text, limit, cut) => expect(truncate(text, limit)).toBe(cut));
