import { expect, it } from 'vitest';
import { fencedBlocks } from '../../src/text/fenced-blocks.ts';

it.each([
  ['none', []],
  ['```\na\n```', [{ language: '', body: 'a' }]],
  ['x\r\n```JSON title\r\n{\r\n}\r\n```\r\ny', [{ language: 'json', body: '{\n}' }]],
  ['~~~js\n```\n~~~', [{ language: 'js', body: '```' }]],
  ['````\n```\na\n````', [{ language: '', body: '```\na' }]],
  ['```\nnever closed', [{ language: '', body: 'never closed' }]],
  [
    '```\na\n```\n```py\nb\n```',
    [
      { language: '', body: 'a' },
      { language: 'py', body: 'b' },
    ],
  ],
  ['``` not a `fence`', []],
])('%j', (text, expected) => {
  expect(fencedBlocks(text)).toEqual(expected);
});

it('a fence of a megabyte that is none returns at once', () => {
  const start = performance.now();
  expect(fencedBlocks(`\`\`\`${'a'.repeat(1_000_000)}\``)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(1000);
});
