import { expect, test } from 'vitest';
import { verdictKeys } from '../../../src/cli/label/verdict-keys.ts';

const shown = (menu: Record<string, number>) => verdictKeys(menu).map(({ key, name }) => `${key} ${name}`);

test.each<[Record<string, number>, string[]]>([
  [{ fail: 0, pass: 1 }, ['f fail', 'p pass']],
  [{ pass: 1, fail: 0 }, ['f fail', 'p pass']],
  [{ 1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1 }, ['1 1', '2 2', '3 3', '4 4', '5 5']],
  [{ contradicts: 0, omits: 0.5, adds: 0.75, agrees: 1 }, ['1 contradicts', '2 omits', '3 adds', '4 agrees']],
  [{ Poor: 0, fair: 0.5, good: 1 }, ['p Poor', 'f fair', 'g good']],
  // s, u, q, j and k mean something else.
  [{ unsafe: 0, safe: 1 }, ['1 unsafe', '2 safe']],
  [{ 0: 0, 5: 0.5, 10: 1 }, ['1 0', '2 5', '3 10']],
  [{ übel: 0, gut: 1 }, ['1 übel', '2 gut']],
  [{ ' ': 0, x: 1 }, ['1  ', '2 x']],
])('%o', (menu, expected) => {
  expect(shown(menu)).toEqual(expected);
});

test('a long menu has a key for each name, and each key once', () => {
  const menu = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`level ${at}`, at / 29]));
  const keys = verdictKeys(menu).map(({ key }) => key);
  expect(keys).toHaveLength(30);
  expect(new Set(keys).size).toBe(30);
  expect(keys.filter((key) => ['u', 's', 'q', 'j', 'k'].includes(key))).toEqual([]);
});
