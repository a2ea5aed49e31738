import { expect, test } from 'vitest';
import { maskCredentials } from '../../src/text/mask-credentials.ts';

test.each([
  ['  x-api-key: sk-12345', '  x-api-key: ********'],
  ['{ "authorization": "Bearer abc12345", "a": 1 }', '{ "authorization": "Bearer ********", "a": 1 }'],
  ['url: https://a.test/?api_key=abc12345&b=2', 'url: https://a.test/?api_key=********&b=2'],
  ['url: https://me:pass@a.test/', 'url: https://me:****@a.test/'],
  ['keyFrom: LLM_DOOR_1', 'keyFrom: LLM_DOOR_1'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in a config
  ['x-token: "${env:MY_TOKEN_1}"', 'x-token: "${env:MY_TOKEN_1}"'],
  ['secret: what they said', 'secret: what they said'],
  ['tokens: { max: 12345678 }', 'tokens: { max: 12345678 }'],
])('%s', (line, masked) => {
  expect(maskCredentials(line)).toBe(masked);
});
