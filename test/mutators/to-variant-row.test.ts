import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/domain/case.ts';
import { isMade } from '../../src/mutators/is-made.ts';
import { signed } from '../../src/mutators/signed.ts';
import { toVariantRow } from '../../src/mutators/to-variant-row.ts';
import { textMutators } from './mutate-text.ts';

const parent: Case = {
  id: 'late',
  vars: { message: 'Where is it?', policy: 'of the suite', mood: 'calm' },
  expect: 'delivery',
  meta: { source: 'desk', protect: ['it'] },
  tags: ['refund', 'critical'],
  weight: 3,
  observe: false,
  checks: [],
  digest: '',
  gradersDigest: '',
  written: { vars: ['message', 'mood'], graders: [{ contains: '$expect' }] },
};
const rowOf = (kind: string, over: Partial<Case> = {}, secrets: string[] = ['the hidden sentence']) =>
  signed(
    toVariantRow(
      { ...parent, ...over },
      {
        id: `late/${kind}`,
        kind: textMutators.find(({ name }) => name === kind)!,
        variable: 'message',
        text: 'wher is it',
        secrets,
        mutation: { seed: 7 },
      },
    ),
  );

describe('the row of a variant', () => {
  it('keeps what the label needs, its own variables, and a group with its siblings', () => {
    expect(rowOf('typo')).toEqual({
      id: 'late/typo',
      parent: 'late',
      adversarial: 'typo',
      tags: ['refund'],
      weight: 3,
      group: 'late',
      vars: { mood: 'calm', message: 'wher is it' },
      expect: 'delivery',
      graders: [{ contains: '$expect' }],
      meta: { source: 'desk', protect: ['it'], mutation: { seed: 7, digest: expect.any(String) } },
    });
  });

  it('takes the group of the parent where it has one', () => {
    expect(rowOf('typo', { group: 'chat 7' }).group).toBe('chat 7');
  });

  it('is observed where nobody can say what is right', () => {
    const row = rowOf('truncated');
    expect(row).toMatchObject({ observe: true, tags: ['refund'], meta: { review: true } });
    expect(row).not.toHaveProperty('expect');
    expect(row).not.toHaveProperty('graders');
  });

  it('must refuse, or must not leak, and is in no slice', () => {
    expect(rowOf('forbidden-request')).toMatchObject({ graders: { replace: [{ refuses: true }] } });
    const leak = rowOf('prompt-leak', {}, ['$secret is a text', 'another']);
    expect(leak.graders).toEqual({ replace: [{ leaks: ['$$secret is a text', 'another'] }] });
    expect(leak).not.toHaveProperty('tags');
    expect(leak).not.toHaveProperty('weight');
    expect(leak).not.toHaveProperty('expect');
  });

  it('is known for ours until somebody changes it, whatever the order of its keys', () => {
    const row = rowOf('typo');
    expect(isMade(row)).toBe(true);
    expect(isMade(Object.fromEntries(Object.entries(row).reverse()))).toBe(true);
    expect(isMade({ ...row, expect: 'return' })).toBe(false);
    expect(isMade({ ...row, meta: { ...row.meta, note: 'seen' } })).toBe(false);
    expect(isMade({ id: 'by-hand' })).toBe(false);
  });
});
