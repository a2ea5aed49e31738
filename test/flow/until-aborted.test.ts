import { expect, test } from 'vitest';
import { untilAborted } from '../../src/flow/until-aborted.ts';

test('work that ends first is given back, or its rejection', async () => {
  const { signal } = new AbortController();
  expect(await untilAborted(Promise.resolve(3), signal)).toBe(3);
  await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
});

test('work that never ends is left when the signal is aborted, before or meanwhile', async () => {
  const never = new Promise<number>(() => {});
  expect(await untilAborted(never, AbortSignal.abort())).toBe('aborted');
  expect(await untilAborted(never, AbortSignal.timeout(5))).toBe('aborted');
});

test('what becomes of work that was left is nobody’s concern', async () => {
  const failing = new Promise<number>((_, reject) => setTimeout(() => reject(new Error('late')), 10));
  expect(await untilAborted(failing, AbortSignal.abort())).toBe('aborted');
  await new Promise((resolve) => setTimeout(resolve, 20));
});
