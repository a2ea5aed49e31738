import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePromptRef } from '../../src/load/parse-prompt-ref.ts';

const rows: [ref: string, parsed: ReturnType<typeof parsePromptRef>][] = [
  ['refund-policy', { name: 'refund-policy', kind: 'latest' }],
  ['a@latest', { name: 'a', kind: 'latest' }],
  ['a@working', { name: 'a', kind: 'working' }],
  ['a@v3', { name: 'a', kind: 'version', version: 3 }],
  ['a@12', { name: 'a', kind: 'version', version: 12 }],
  ['a@git:main', { name: 'a', kind: 'git', revision: 'main' }],
  ['a@git:HEAD@{1}~2', { name: 'a', kind: 'git', revision: 'HEAD@{1}~2' }],
  ['a@git:--output=x', { name: 'a', kind: 'git', revision: '--output=x' }],
  ['größe_2.b', { name: 'größe_2.b', kind: 'latest' }],
  ['a@v0', undefined], ['a@v03', undefined], ['a@v-1', undefined], ['a@v1.5', undefined], ['a@V3', undefined],
  ['a@', undefined], ['@v3', undefined], ['', undefined], ['a@newest', undefined], ['a@git:', undefined],
  ['a@git:a b', undefined], ['a@git:a\nb', undefined], ['a@git:a\0b', undefined], ['../a', undefined], ['a/b', undefined],
  ['.a', undefined], ['-a', undefined], ['a b', undefined], ['a@v3@v4', undefined],
]; // biome-ignore format: a table
test.each(rows)('%j', (ref, parsed) => expect(parsePromptRef(ref)).toEqual(parsed));

test('a name never leads out of its folder', () => {
  fc.assert(
    fc.property(fc.string(), (ref) => {
      const parsed = parsePromptRef(ref);
      if (parsed) expect(parsed.name).not.toMatch(/[/\\\0]|^\./);
    }),
  );
});
