import { describe, expect, it } from 'vitest';
import { mergeRows } from '../../../src/cli/mutate/merge-rows.ts';
import { rowDigest } from '../../../src/mutators/row-digest.ts';
import type { VariantRow } from '../../../src/mutators/to-variant-row.ts';

function made(id: string, text = 'x'): VariantRow {
  const [parent, adversarial] = id.split('/') as [string, string];
  const row = { id, parent, adversarial, group: parent, vars: { input: text }, meta: {} };
  return { ...row, meta: { mutation: { digest: rowDigest(row) } } };
}
const written = (row: Record<string, unknown>, text = JSON.stringify(row)) => ({ row, text });
const ids = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);

describe('rows beside those that are there', () => {
  it('are sorted by id; what has none comes last, in its order', () => {
    const there = [written({ input: 'b' }), written({ input: 'a' }), written({ id: 'm' })];
    const { text } = mergeRows({
      there,
      made: [made('z/typo'), made('B/typo'), made('a/typo')],
      isReplaced: () => true,
    });
    expect(ids(text)).toEqual(['B/typo', 'a/typo', 'm', 'z/typo', undefined, undefined]);
    expect(text.trim().split('\n').slice(-2)).toEqual(['{"input":"b"}', '{"input":"a"}']);
  });

  it('take the place of ours, and never of what a person wrote or changed', () => {
    const there = [
      written(made('a/typo', 'old')),
      written({ ...made('b/typo', 'old'), expect: 'yes' }),
      written({ id: 'c/typo' }, '{ "id":   "c/typo" }'),
    ];
    const fresh = ['a/typo', 'b/typo', 'c/typo'].map((id) => made(id, 'new'));
    const merged = mergeRows({ there, made: fresh, isReplaced: () => true });
    expect(merged).toMatchObject({ byHand: 2, earlier: 0, skipped: 2 });
    expect(merged.text).toContain('{ "id":   "c/typo" }\n');
    expect(merged.text.match(/new|old/g)).toEqual(['new', 'old']);
  });

  it('leave ours that are not replaced', () => {
    const merged = mergeRows({
      there: [written(made('a/typo'))],
      made: [made('a/html')],
      isReplaced: () => false,
    });
    expect(ids(merged.text)).toEqual(['a/html', 'a/typo']);
    expect(merged.earlier).toBe(1);
  });

  it('show what nobody sees, and say the same', () => {
    const { text } = mergeRows({
      there: [],
      made: [made('a/zero-width', 'a\u200bb\u00a0c')],
      isReplaced: () => true,
    });
    expect(text).toContain('"a\\u200bb\\u00a0c"');
    expect(JSON.parse(text).vars.input).toBe('a\u200bb\u00a0c');
  });
});
