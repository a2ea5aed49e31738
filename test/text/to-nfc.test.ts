import { expect, test } from 'vitest';
import { toNfc } from '../../src/text/to-nfc.ts';

test('letters are composed in values and names, however deep; nothing else changes', () => {
  const value = { 'e\u0301': ['e\u0301', { a: 'e\u0301', n: 1.5, t: true, z: null }], __proto: 'ﬁ' };
  expect(toNfc(value)).toEqual({ é: ['é', { a: 'é', n: 1.5, t: true, z: null }], __proto: 'ﬁ' });
  expect([toNfc('e\u0301'), toNfc(null), toNfc(7)]).toEqual(['é', null, 7]);
});
