import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slots } from '../../src/flow/slots.ts';

const calm = () => new AbortController().signal;

test('one after the other, in the order in which they came', async () => {
  const places = slots(1);
  const order: string[] = [];
  await Promise.all(
    ['a', 'b', 'c'].map(async (name) => {
      const giveBack = await places.take(calm());
      order.push(name);
      if (giveBack !== 'aborted') giveBack();
    }),
  );
  expect(order).toEqual(['a', 'b', 'c']);
});

test('one that is aborted leaves the queue and keeps no slot', async () => {
  const places = slots(1);
  const first = await places.take(calm());
  const impatient = new AbortController();
  const second = places.take(impatient.signal);
  const third = places.take(calm());
  impatient.abort();
  expect(await second).toBe('aborted');
  if (first !== 'aborted') first();
  expect(await third).toBeTypeOf('function');
  expect(await places.take(AbortSignal.abort())).toBe('aborted');
});

test('never more at a time than there are slots, and everybody gets in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.nat(3), { maxLength: 20 }),
      async (count, waits) => {
        const places = slots(count);
        let [inside, most, done] = [0, 0, 0];
        await Promise.all(
          waits.map(async (turns) => {
            const giveBack = await places.take(calm());
            most = Math.max(most, ++inside);
            for (let turn = 0; turn < turns; turn++) await Promise.resolve();
            inside--;
            done++;
            if (giveBack !== 'aborted') giveBack();
          }),
        );
        expect(most).toBeLessThanOrEqual(count);
        expect(done).toBe(waits.length);
      },
    ),
  );
});
