import { expect, test } from 'vitest';
import { waitingLine } from '../../src/flow/waiting-line.ts';

const never = new AbortController().signal;

test('lets in from the front, and stops at the first that may not', async () => {
  const line = waitingLine<number>();
  const all = [1, 2, 9, 3].map((size) => line.join(size, never));
  line.admit((size) => size < 5);
  expect(line.length()).toBe(2);
  line.dismiss();
  expect(await Promise.all(all)).toEqual([true, true, false, false]);
  expect(line.length()).toBe(0);
});

test('one that is aborted goes, and the order of the others stays', async () => {
  const line = waitingLine<string>();
  const abort = new AbortController();
  const [a, b, c] = [line.join('a', never), line.join('b', abort.signal), line.join('c', never)];
  abort.abort();
  expect(await b).toBe(false);
  const seen: string[] = [];
  line.admit((what) => seen.push(what) > 0);
  expect([await a, await c, seen]).toEqual([true, true, ['a', 'c']]);
});

test('one that was aborted before is not let in', async () => {
  const line = waitingLine<string>();
  expect(await line.join('a', AbortSignal.abort())).toBe(false);
  expect(line.length()).toBe(0);
});
