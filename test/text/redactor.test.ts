import { expect, test } from 'vitest';
import { redactor } from '../../src/text/redactor.ts';

test.each<{ text: string; secrets: string[]; clean: string }>([
  { text: 'nothing here', secrets: ['sk-1234'], clean: 'nothing here' },
  { text: 'sk-1234 and sk-1234', secrets: ['sk-1234'], clean: '[redacted] and [redacted]' },
  { text: '?key=a%2Fb%3D1', secrets: ['a/b=1'], clean: '?key=[redacted]' },
  { text: 'short stays: abc', secrets: ['abc', ''], clean: 'short stays: abc' },
  { text: 'sk-1234-long', secrets: ['sk-1234', 'sk-1234-long'], clean: '[redacted]' },
  { text: '{"k":"a\\"b1"}', secrets: ['a"b1'], clean: '{"k":"[redacted]"}' },
  {
    text: '{"k":"{\\"k\\":\\"a\\\\\\"b1\\"}"}',
    secrets: ['a"b1'],
    clean: '{"k":"{\\"k\\":\\"[redacted]\\"}"}',
  },
  { text: "{ key: 'a\\\\\"b' }", secrets: ['a\\"b'], clean: "{ key: '[redacted]' }" },
  { text: 'a.b+c$& stays a.b+c$&', secrets: ['a.b+c$&'], clean: '[redacted] stays [redacted]' },
  { text: '?key=a%2fb%3d1', secrets: ['a/b=1'], clean: '?key=[redacted]' },
  { text: 'key=two+words%21', secrets: ['two words!'], clean: 'key=[redacted]' },
  // printf 'sk-12345678' | base64; printf 'me:sk-12345678' | base64; printf 'a:sk-12345678' | base64; and with -_ for +/
  { text: 'c2stMTIzNDU2Nzg=', secrets: ['sk-12345678'], clean: '[redacted]g=' },
  { text: 'Basic bWU6c2stMTIzNDU2Nzg=', secrets: ['sk-12345678'], clean: 'Basic bWU6[redacted]g=' },
  { text: 'YTpzay0xMjM0NTY3OA==', secrets: ['sk-12345678'], clean: 'YTp[redacted]A==' },
  { text: 'c2s_Pz4-fn4_Pz4', secrets: ['sk??>>~~??>'], clean: '[redacted]4' },
  // A text that was shortened within a secret: what is left of that is no less secret.
  { text: 'said sk-12345678…', secrets: ['sk-12345678-long'], clean: 'said [redacted]…' },
  {
    text: 'sk-12345678 is short for sk-12345…',
    secrets: ['sk-12345678'],
    clean: '[redacted] is short for [redacted]…',
  },
  { text: 'sk-12345 and more…', secrets: ['sk-12345678'], clean: 'sk-12345 and more…' },
  { text: 'sk-1…', secrets: ['sk-12345678'], clean: 'sk-1…' },
  { text: 'a.b+c$&(1…', secrets: ['a.b+c$&(12)'], clean: '[redacted]…' },
])('$text', ({ text, secrets, clean }) => {
  expect(redactor(secrets)(text)).toBe(clean);
});
