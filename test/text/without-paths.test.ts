import { expect, it } from 'vitest';
import { withoutPaths } from '../../src/text/without-paths.ts';

it.each([
  [{ a: 1, b: 2 }, ['a'], { b: 2 }],
  [{ a: { b: 1, c: 2 } }, ['a.b'], { a: { c: 2 } }],
  [
    {
      items: [
        { id: 1, n: 1 },
        { id: 2, n: 2 },
      ],
    },
    ['items[*].id'],
    { items: [{ n: 1 }, { n: 2 }] },
  ],
  [{ items: [{ id: 1 }, { id: 2 }] }, ['items[1]'], { items: [{ id: 1 }] }],
  [{ x: { t: 1 }, y: { t: 2, u: 3 } }, ['*.t'], { x: {}, y: { u: 3 } }],
  [[{ t: 1 }], ['$[0].t'], [{}]],
  [{ a: 1 }, ['b.c'], { a: 1 }],
  ['text', ['a'], 'text'],
])('%j without %j', (value, paths, expected) => {
  expect(withoutPaths(value, paths)).toEqual(expected);
});

it('leaves the value itself alone', () => {
  const value = { a: { b: 1 } };
  withoutPaths(value, ['a.b']);
  expect(value).toEqual({ a: { b: 1 } });
});
