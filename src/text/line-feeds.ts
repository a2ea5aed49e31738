/** One line without its line feed. `offset` and `size` are bytes, `number` counts from 1. */
export type Line = { text: string; offset: number; size: number; number: number };

/** Cuts a stream of bytes into lines, chunk by chunk. */
export type LineFeeds = {
  /** Adds a chunk, and gives back the lines that it completed. Throws `RangeError` when a line is too long. */
  push(chunk: Uint8Array): Line[];
  /** The last line, when the stream ended without a line feed; undefined when nothing is left. */
  end(): Line | undefined;
};

/**
 * Splits UTF-8 on LF alone: U+2028, U+2029 and a lone CR are ordinary characters inside a JSON line, though
 * `node:readline` splits there. A byte-order mark is dropped; bytes that are not UTF-8 become U+FFFD.
 * No more than `longest` bytes are held (64 MiB unless told).
 */
export function lineFeeds(longest = 64 * 1024 * 1024): LineFeeds {
  const decoder = new TextDecoder();
  let parts: Uint8Array[] = [];
  let [held, offset, number] = [0, 0, 0];
  const hold = (part: Uint8Array) => {
    held += part.length;
    if (held > longest) throw new RangeError(`line ${number + 1} is longer than ${longest} bytes`);
    parts.push(part);
  };
  const take = (feed: number): Line => {
    number++;
    const line = { text: decoder.decode(joined(parts, held)), offset, size: held, number };
    offset += held + feed;
    parts = [];
    held = 0;
    return line;
  };
  return {
    push(chunk) {
      const lines: Line[] = [];
      let start = 0;
      for (let feed = chunk.indexOf(10); feed >= 0; feed = chunk.indexOf(10, start)) {
        hold(chunk.subarray(start, feed));
        lines.push(take(1));
        start = feed + 1;
      }
      if (start < chunk.length) hold(chunk.subarray(start));
      return lines;
    },
    end: () => (held > 0 ? take(0) : undefined),
  };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
