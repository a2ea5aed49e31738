import { expect, it } from 'vitest';
import { andThen } from '../../src/flow/and-then.ts';

it('goes on at once with what is here, and later with what comes', async () => {
  expect(andThen(2, (two) => two + 1)).toBe(3);
  const later = andThen(Promise.resolve(2), (two) => two + 1);
  expect(later).toBeInstanceOf(Promise);
  expect(await later).toBe(3);
});

it('passes a rejection on', async () => {
  await expect(andThen(Promise.reject(new Error('no')), () => 1)).rejects.toThrow('no');
});
