import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventSplitter } from '../../../src/providers/wire/event-splitter.ts';

const split = (pieces: Buffer[]) => {
  const splitter = eventSplitter();
  const events = pieces.flatMap((piece) => splitter.push(piece));
  const rest = splitter.rest();
  return rest === undefined ? events : [...events, rest];
};

test.each<{ stream: string; events: string[] }>([
  { stream: '', events: [] },
  { stream: 'data: a\n\n', events: ['a'] },
  { stream: 'data: a\r\n\r\ndata: b\r\n\r\n', events: ['a', 'b'] },
  { stream: 'data: a\r\rdata: b\r\r', events: ['a', 'b'] },
  { stream: 'data:a\n\n', events: ['a'] },
  { stream: 'data:  a\n\n', events: [' a'] },
  { stream: 'data: a\ndata: b\n\n', events: ['a\nb'] },
  { stream: 'data\n\n', events: [''] },
  { stream: 'data:\n\n', events: [''] },
  { stream: ': a comment\n\n', events: [] },
  { stream: 'event: ping\nid: 1\nretry: 5\ndata: a\n\n', events: ['a'] },
  { stream: 'database: a\n\n', events: [] },
  { stream: '\n\n\ndata: a\n\n\n', events: ['a'] },
  { stream: 'data: the end has no blank line', events: ['the end has no blank line'] },
  { stream: 'data: a\u2028b\n\n', events: ['a\u2028b'] },
])('$stream', ({ stream, events }) => {
  expect(split([Buffer.from(stream)])).toEqual(events);
  expect(split([...Buffer.from(stream)].map((byte) => Buffer.from([byte])))).toEqual(events);
});

test('however the bytes are cut, the events are the same', () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '·'));
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(
      fc.array(line),
      lineEnd,
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      (lines, end, sizes) => {
        const bytes = Buffer.from(lines.map((text) => `data: ${text}${end}${end}`).join(''));
        const pieces: Buffer[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const size = sizes[turn % sizes.length]!;
          pieces.push(bytes.subarray(at, at + size));
          at += size;
        }
        expect(split(pieces)).toEqual(lines);
      },
    ),
  );
});

test('bytes that are not UTF-8 are refused', () => {
  expect(() => eventSplitter().push(Buffer.from([0x64, 0xff, 0x0a]))).toThrow(RangeError);
});
