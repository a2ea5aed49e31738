import { expect, test } from 'vitest';
import { andThen } from '../../src/flow/and-then.ts';
import { lazy } from '../../src/flow/lazy.ts';

test('a value is loaded once, and is there at once from then on', async () => {
  let loads = 0;
  const value = lazy(async () => ++loads);
  expect(await Promise.all([value(), value()])).toEqual([1, 1]);
  expect(value()).toBe(1);
  expect(loads).toBe(1);
});

test('a load that failed is tried again', async () => {
  let loads = 0;
  const value = lazy(async () => {
    loads += 1;
    if (loads === 1) throw new Error('not yet');
    return 'here';
  });
  await expect(value()).rejects.toThrow('not yet');
  expect(await value()).toBe('here');
});

test('what is known is passed on at once, what comes later when it comes', async () => {
  expect(andThen(2, (n) => n + 1)).toBe(3);
  const later = andThen(Promise.resolve(2), (n) => n + 1);
  expect(later).toBeInstanceOf(Promise);
  expect(await later).toBe(3);
});
