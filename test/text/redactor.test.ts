import { expect, test } from 'vitest';
import { redactor } from '../../src/text/redactor.ts';

test.each<{ text: string; secrets: string[]; clean: string }>([
  { text: 'nothing here', secrets: ['sk-1234'], clean: 'nothing here' },
  { text: 'sk-1234 and sk-1234', secrets: ['sk-1234'], clean: '[redacted] and [redacted]' },
  { text: '?key=a%2Fb%3D1', secrets: ['a/b=1'], clean: '?key=[redacted]' },
  { text: 'short stays: abc', secrets: ['abc', ''], clean: 'short stays: abc' },
  { text: 'sk-1234-long', secrets: ['sk-1234', 'sk-1234-long'], clean: '[redacted]' },
  { text: '{"k":"a\\"b1"}', secrets: ['a"b1'], clean: '{"k":"[redacted]"}' },
  { text: 'a.b+c$& stays a.b+c$&', secrets: ['a.b+c$&'], clean: '[redacted] stays [redacted]' },
])('$text', ({ text, secrets, clean }) => {
  expect(redactor(secrets)(text)).toBe(clean);
});
