import { expect, test } from 'vitest';
import { requestDifference } from '../../src/plan/request-difference.ts';

test.each([
  { recorded: { a: 1 }, asked: { a: 1 }, differs: [] },
  { recorded: { a: 1 }, asked: { a: '1' }, differs: [['a', '1', '"1"']] },
  { recorded: {}, asked: { a: undefined }, differs: [] },
  { recorded: { a: { b: [1, 2] } }, asked: { a: { b: [1, 3, 4] } }, differs: [['a.b[1]', '2', '3'], ['a.b[2]', 'nothing', '4']] },
  { recorded: { 'x-y z': null }, asked: {}, differs: [['["x-y z"]', 'null', 'nothing']] },
  { recorded: { k: 'a [redacted] b' }, asked: { k: 'a secret b' }, differs: [] },
  { recorded: { k: 'é' }, asked: { k: 'e\u0301' }, differs: [['k', '"é"', '"e\u0301"']] },
  { recorded: { k: 'a\nb' }, asked: { k: 'a\n\u001b[31mb' }, differs: [['k', '"a\\nb"', '"a\\n\\u001b[31mb"']] },
])('$recorded and $asked', ({ recorded, asked, differs }) => {
  const found = requestDifference(recorded, asked);
  expect(found.map((one) => [one.path, one.recorded, one.asked])).toEqual(differs);
}); // biome-ignore format: rows

test('of two long texts only what stands around the first difference is shown', () => {
  const text = (word: string) => `${'x'.repeat(5000)} take ${word} days ${'y'.repeat(5000)}`;
  const [found] = requestDifference(text('30'), text('14'));
  expect(found!.recorded).toBe(`"…${'x'.repeat(14)} take 30 days ${'y'.repeat(42)}…"`);
  expect(found!.asked).toBe(`"…${'x'.repeat(14)} take 14 days ${'y'.repeat(42)}…"`);
});
