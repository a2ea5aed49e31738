import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageMessages } from '../../../src/store/holdout/age-messages.ts';

const armour = (body: string) =>
  `-----BEGIN AGE ENCRYPTED FILE-----\n${body}\n-----END AGE ENCRYPTED FILE-----\n`;

test('messages come out as they went in', () => {
  const message = fc.stringMatching(/^[A-Za-z0-9+/=\n]{1,80}$/).map(armour);
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 5 }), (messages) => {
      expect(ageMessages.split(ageMessages.join(messages))).toEqual(messages);
    }),
  );
});

test.each<[string, string]>([
  ['nothing', ''],
  ['another text', 'hello\n'],
  ['text before', `hello\n${armour('a')}`],
  ['text after', `${armour('a')}hello\n`],
  ['text between', `${armour('a')}\n${armour('b')}`],
  ['no end', armour('a').slice(0, 40)],
  ['no line feed at the end', armour('a').trimEnd()],
  ['two beginnings', `-----BEGIN AGE ENCRYPTED FILE-----\n${armour('a')}`],
  ['an end first', `-----END AGE ENCRYPTED FILE-----\n${armour('a')}`],
])('%s is no row of messages', (_, text) => {
  expect(ageMessages.split(text)).toBeUndefined();
});
