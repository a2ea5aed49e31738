import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitCommand } from '../../src/text/split-command.ts';

test.each([
  { command: 'python3 bot.py', words: ['python3', 'bot.py'] },
  { command: '  ./bot   --fast ', words: ['./bot', '--fast'] },
  { command: `node "my bot.js" 'it''s'`, words: ['node', 'my bot.js', 'its'] },
  { command: `a"b c"d`, words: ['ab cd'] },
  { command: String.raw`a\ b "c\"d\\e\f" '\'`, words: ['a b', String.raw`c"d\e\f`, '\\'] },
  { command: `x "" ''`, words: ['x', '', ''] },
  { command: 'echo $HOME *.js | cat; rm', words: ['echo', '$HOME', '*.js', '|', 'cat;', 'rm'] },
  { command: '', words: [] },
  { command: `bot "unclosed`, words: undefined },
  { command: `bot it's`, words: undefined },
  { command: 'bot \\', words: undefined },
])('$command', ({ command, words }) => {
  expect(splitCommand(command)).toEqual(words);
});

test('words in single or double quotes come back as they were', () => {
  const quote = (word: string, double: boolean) =>
    double || word.includes("'") ? `"${word.replace(/["\\]/gu, '\\$&')}"` : `'${word}'`;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.boolean())), (words) => {
      const command = words.map(([word, double]) => quote(word, double)).join(' ');
      expect(splitCommand(command)).toEqual(words.map(([word]) => word));
    }),
  );
});
