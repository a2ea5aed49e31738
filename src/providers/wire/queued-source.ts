import { failures } from '../../domain/failures.ts';
import type { ByteSource } from './byte-source.ts';
import type { Connection } from './connection.ts';
import type { Head } from './exchange.ts';
import type { Sink } from './receive.ts';
import type { WireFailure } from './wire-failure.ts';

type Next = { done: boolean; value?: Uint8Array };

/** Joins a sink that is pushed into with a source that is read from; the bytes between are kept in memory. */
export function queuedSource(connection: Connection, head: Head, breakOff: () => void): Sink & ByteSource {
  const queue: Uint8Array[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let waiting: { resolve(next: Next): void; reject(error: WireFailure): void } | undefined;
  let error: WireFailure | undefined;
  let isOver = false;
  let isEmpty = true;
  const settle = () => {
    const waits = waiting;
    if (!waits) return;
    if (queue.length === 0 && !error && !isOver) return;
    waiting = undefined;
    if (queue.length > 0) waits.resolve({ done: false, value: queue.shift()! });
    else if (error) waits.reject(error);
    else waits.resolve({ done: true });
  };
  const fail = (failed: WireFailure) => {
    error = failed;
    settle();
  };
  const refuse = (found: string) =>
    fail(connection.fail(failures.protocol({ provider: connection.provider, status: head.status, found })));
  return {
    chunk(bytes) {
      isEmpty = false;
      try {
        decoder.decode(bytes, { stream: true });
      } catch {
        breakOff();
        return refuse('bytes that are not UTF-8');
      }
      queue.push(bytes);
      settle();
    },
    end() {
      if (isEmpty) return refuse('an empty body');
      isOver = true;
      settle();
    },
    fail,
    read: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        settle();
      }),
    cancel() {
      if (!isOver) breakOff();
      isOver = true;
    },
  };
}
