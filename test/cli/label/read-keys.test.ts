import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readKeys } from '../../../src/cli/label/read-keys.ts';

const read = (...parts: string[]) => {
  const reader = readKeys();
  return parts.flatMap((part) => reader(part));
};

test.each<[string[], string[]]>([
  [['p'], ['p']],
  [['pf'], ['p', 'f']],
  [['é🙂'], ['é', '🙂']],
  [['\u0003'], ['ctrl-c']],
  [
    [' ', '\r', '\n'],
    ['space', 'enter', 'enter'],
  ],
  [['\u001b[A\u001b[B'], ['up', 'down']],
  [
    ['\u001bOA', '\u001bOB'],
    ['up', 'down'],
  ],
  [
    ['\u001b[5~', '\u001b[6~', '\u001b[H', '\u001b[F'],
    ['page-up', 'page-down', 'home', 'end'],
  ],
  // In parts, as a slow line brings them.
  [['\u001b', '[', 'A'], ['up']],
  [
    ['\u001b[', '6', '~q'],
    ['page-down', 'q'],
  ],
  // Escape alone, and a letter after it.
  [['\u001b', 'q'], ['q']],
  // Unknown keys are none: F5, a mouse, Ctrl-left, Ctrl-A.
  [['\u001b[15~', '\u001b[<0;1;2M', '\u001b[1;5D', '\u0001'], []],
  // What is pasted is no verdict; Ctrl-C is heard all the same.
  [['\u001b[200~ppp\r\u001b[201~f'], ['f']],
  [['\u001b[200~pp', 'p\u001b[20', '1~f'], ['f']],
  [['\u001b[200~p\u0003'], ['ctrl-c']],
])('%j', (parts, keys) => {
  expect(read(...parts)).toEqual(keys);
});

test('where a text is cut makes no difference', () => {
  const text = fc.array(
    fc.constantFrom('p', '\u001b[A', '\u001b[6~', '\u001b[200~', '\u001b[201~', ' ', 'q', '🙂'),
  );
  fc.assert(
    fc.property(text, fc.nat(), (pieces, at) => {
      const whole = pieces.join('');
      const cut = whole.length === 0 ? 0 : at % whole.length;
      fc.pre(!(whole.charCodeAt(cut) >= 0xdc00 && whole.charCodeAt(cut) < 0xe000));
      expect(read(whole.slice(0, cut), whole.slice(cut))).toEqual(read(whole));
    }),
  );
});
