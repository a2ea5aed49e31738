import type { ByteSource } from './byte-source.ts';

const over = Promise.resolve({ done: true });

/** A source that gives these bytes once. */
export function singleSource(bytes: Uint8Array): ByteSource {
  let isRead = false;
  return {
    read() {
      if (isRead) return over;
      isRead = true;
      return Promise.resolve({ done: false, value: bytes });
    },
    cancel() {},
  };
}
