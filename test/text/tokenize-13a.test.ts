import { expect, it } from 'vitest';
import { tokenize13a } from '../../src/text/tokenize-13a.ts';

// Tokens from sacrebleu 2.6.0, Tokenizer13a.
it.each([
  ['Hello, world!', ['Hello', ',', 'world', '!']],
  ['3.5% of $1,234.50', ['3.5', '%', 'of', '$', '1,234.50']],
  ["don't-stop 2019-2020 (a)", ["don't-stop", '2019', '-', '2020', '(', 'a', ')']],
  ['a.b c,d 1.2 x3.4', ['a', '.', 'b', 'c', ',', 'd', '1.2', 'x3.4']],
  ['&quot;q&quot; &lt;b&gt;', ['"', 'q', '"', '<', 'b', '>']],
  ['semi;colon:slash/at@x', ['semi', ';', 'colon', ':', 'slash', '/', 'at', '@', 'x']],
  ['ß—dash “q”', ['ß—dash', '“q”']],
])('%j', (text, expected) => {
  expect(tokenize13a(text)).toEqual(expected);
});
