import { isUtf8 } from 'node:buffer';

/** Takes bytes as they come and gives the `data` of each server-sent event that is complete. */
export type EventSplitter = {
  /** Throws `RangeError` when the bytes are not UTF-8. */
  push(bytes: Buffer): string[];
  /** The data of an event whose closing blank line never came; undefined when nothing is left. */
  rest(): string | undefined;
};

/**
 * Splits an event stream (WHATWG HTML, section 9.2.6: lines end in LF, CR LF or CR; the `data` lines of one event
 * are joined by a newline; other fields and comments are passed over). Decodes only up to the last line feed or
 * carriage return, so that no character is ever halved.
 */
export function eventSplitter(): EventSplitter {
  let tail: Buffer[] = [];
  let data: string | undefined;
  const takeLine = (line: string, out: string[]) => {
    if (line === '') {
      if (data !== undefined) out.push(data);
      data = undefined;
    } else if (line.startsWith('data')) {
      const value = line.charCodeAt(4) === 58 ? line.slice(line.charCodeAt(5) === 32 ? 6 : 5) : undefined;
      if (value === undefined && line !== 'data') return;
      data = data === undefined ? (value ?? '') : `${data}\n${value ?? ''}`;
    }
  };
  return {
    push(bytes) {
      const end = lastBreak(bytes) + 1;
      if (end === 0 && !endsInCarriageReturn(tail)) {
        tail.push(bytes);
        return [];
      }
      const all = tail.length > 0 ? Buffer.concat([...tail, bytes.subarray(0, end)]) : bytes.subarray(0, end);
      tail = end < bytes.length ? [bytes.subarray(end)] : [];
      return takeLines(decode(all), takeLine);
    },
    rest() {
      const out = takeLines(decode(Buffer.concat(tail)), takeLine);
      takeLine('', out);
      return out[0];
    },
  };
}

// A CR at the very end may be the first half of a CR LF: it waits for the next bytes.
function lastBreak(bytes: Buffer): number {
  const feed = bytes.lastIndexOf(10);
  const carriage = bytes.lastIndexOf(13, bytes.length - 2);
  return bytes.length > 1 ? Math.max(feed, carriage) : feed;
}

const endsInCarriageReturn = (tail: Buffer[]) => tail.at(-1)?.at(-1) === 13;

function takeLines(text: string, takeLine: (line: string, out: string[]) => void): string[] {
  const out: string[] = [];
  const lines = text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) takeLine(line, out);
  return out;
}

function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new RangeError('not UTF-8');
  return bytes.toString('utf8');
}
