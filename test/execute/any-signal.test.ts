import { expect, test } from 'vitest';
import { anySignal } from '../../src/execute/any-signal.ts';

test.each([
  ['the one that is always there', 0],
  ['the one that was brought', 1],
])('is aborted with %s', (_, which) => {
  const both = [new AbortController(), new AbortController()] as const;
  const either = anySignal(both[0].signal)(both[1].signal);
  expect(either.aborted).toBe(false);
  both[which]!.abort();
  expect(either.aborted).toBe(true);
});

test('the same pair is the same signal; another one is another', () => {
  const of = anySignal(new AbortController().signal);
  const [a, b] = [new AbortController(), new AbortController()];
  expect(of(a.signal)).toBe(of(a.signal));
  const ofA = of(a.signal);
  b.abort();
  expect([of(b.signal).aborted, ofA.aborted]).toEqual([true, false]);
});
