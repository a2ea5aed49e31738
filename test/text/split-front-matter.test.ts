import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/text/split-front-matter.ts';

const rows: [source: string, result: ReturnType<typeof splitFrontMatter>][] = [
  ['just text', { body: { text: 'just text', line: 1 } }],
  ['', { body: { text: '', line: 1 } }],
  ['---\na: 1\n---\nbody\n', { front: { text: 'a: 1', line: 2 }, body: { text: 'body\n', line: 4 } }],
  ['---\n---\nbody', { front: { text: '', line: 2 }, body: { text: 'body', line: 3 } }],
  ['---  \na: 1\n--- \t\n', { front: { text: 'a: 1', line: 2 }, body: { text: '', line: 4 } }],
  ['---\na: 1\n---', { front: { text: 'a: 1', line: 2 }, body: { text: '', line: 4 } }],
  ['\n---\na: 1\n---\n', { body: { text: '\n---\na: 1\n---\n', line: 1 } }],
  ['---\na\n---\nb\n---\nc', { front: { text: 'a', line: 2 }, body: { text: 'b\n---\nc', line: 4 } }],
  ['----\na\n---\n', { body: { text: '----\na\n---\n', line: 1 } }],
  ['---\na: 1\nbody', undefined],
  ['---', undefined],
];
test.each(rows)('%j', (source, result) => expect(splitFrontMatter(source)).toEqual(result));

test('nothing of the file is lost, and the body stands on the line that is told', () => {
  const source = fc.array(fc.constantFrom('---', '--- ', 'a: 1', '', ' ---', '----', 'text'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(source, (lines) => {
      const parts = splitFrontMatter(lines.join('\n'));
      if (!parts) {
        expect(lines[0]).toMatch(/^--- ?$/);
        return;
      }
      expect(parts.body.text).toBe(lines.slice(parts.body.line - 1).join('\n'));
      if (parts.front) expect(parts.front.text).toBe(lines.slice(1, parts.body.line - 2).join('\n'));
    }),
  );
});
