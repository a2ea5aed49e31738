import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { channel } from '../../src/flow/channel.ts';

describe('channel', () => {
  test('what comes while the reader gathers is in the same batch', async () => {
    let gathered = () => {};
    const line = channel<number>(10, () => new Promise<void>((resolve) => (gathered = resolve)));
    const reading = line.batches().next();
    await Promise.resolve();
    line.push(1);
    await Promise.resolve();
    line.push(2);
    gathered();
    expect((await reading).value).toEqual([1, 2]);
  });

  test('the reader gets everything that has come as one batch, and ends after the last', async () => {
    const line = channel<number>();
    line.push(1);
    line.push(2);
    const batches = line.batches();
    expect((await batches.next()).value).toEqual([1, 2]);
    const later = batches.next();
    line.push(3);
    expect((await later).value).toEqual([3]);
    line.push(4);
    line.close();
    expect((await batches.next()).value).toEqual([4]);
    expect((await batches.next()).done).toBe(true);
  });

  test('a reader that waits is woken by the end', async () => {
    const line = channel<number>();
    const first = line.batches().next();
    line.close();
    expect((await first).done).toBe(true);
  });

  test('writers wait when it is full, until the reader is done with what it took', async () => {
    const line = channel<number>(2);
    expect(line.room()).toBeUndefined();
    line.push(1);
    line.push(2);
    let isResumed = false;
    const room = line.room()!.then(() => {
      isResumed = true;
    });
    const batches = line.batches();
    expect((await batches.next()).value).toEqual([1, 2]);
    expect(isResumed).toBe(false);
    const next = batches.next();
    await room;
    expect(isResumed).toBe(true);
    line.close();
    expect((await next).done).toBe(true);
  });

  test('however many write, nothing is lost, each writer stays in order and no more than the bound waits', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.nat(20), { minLength: 1, maxLength: 6 }),
        async (most, counts) => {
          const line = channel<[writer: number, item: number]>(most);
          const writers = counts.map(async (count, writer) => {
            for (let item = 0; item < count; item++) {
              line.push([writer, item]);
              const room = line.room();
              if (room) await room;
            }
          });
          void Promise.all(writers).then(line.close);
          const read: [number, number][] = [];
          for await (const batch of line.batches()) {
            // Each writer may put one item more before it sees that there is no room.
            expect(batch.length).toBeLessThanOrEqual(most + counts.length);
            read.push(...batch);
          }
          for (const [writer, count] of counts.entries()) {
            const items = read.filter(([one]) => one === writer).map(([, item]) => item);
            expect(items).toEqual(Array.from({ length: count }, (_, index) => index));
          }
        },
      ),
    );
  });
});
