import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/domain/failure.ts';
import { failures } from '../../src/domain/failures.ts';
import type { Gate } from '../../src/execute/gate.ts';
import { gates } from '../../src/execute/gates.ts';
import { replies } from './replies.ts';

const { request } = replies;
const never = new AbortController().signal;
const no = failures.cancelled({ provider: 'p' });

/** A gate that writes down who passes it. */
function gate(name: string, log: string[], enter: () => ReturnType<Gate['enter']> = () => undefined): Gate {
  return {
    enter() {
      log.push(`${name} in`);
      return enter();
    },
    leave: (_, reply) => void log.push(`${name} out${reply ? '' : ', unasked'}`),
  };
}

describe('gates', () => {
  test('are passed in their order, at once where none of them waits', () => {
    const log: string[] = [];
    const all = gates([gate('a', log), gate('b', log)]);
    expect(all.enter(request, never)).toBeUndefined();
    all.leave(request, replies.answered());
    expect(log).toEqual(['a in', 'b in', 'a out', 'b out']);
  });

  test('none is no gate', () => {
    expect(gates([]).enter(request, never)).toBeUndefined();
  });

  test('one that waits holds up those behind it', async () => {
    const log: string[] = [];
    let open = (_: undefined) => {};
    const waiting = new Promise<undefined>((resolve) => {
      open = resolve;
    });
    const entering = gates([gate('a', log, () => waiting), gate('b', log)]).enter(request, never);
    expect(log).toEqual(['a in']);
    open(undefined);
    expect(await entering).toBeUndefined();
    expect(log).toEqual(['a in', 'b in']);
  });

  test.each<[string, () => Failure | Promise<Failure>]>([
    ['at once', () => no],
    ['after a while', async () => no],
  ])('what the last one refuses %s leaves the others, and nobody was asked', async (_, refuse) => {
    const log: string[] = [];
    const all = gates([gate('a', log), gate('b', log), gate('c', log, refuse)]);
    expect(await all.enter(request, never)).toBe(no);
    expect(log).toEqual(['a in', 'b in', 'c in', 'a out, unasked', 'b out, unasked']);
  });
});
