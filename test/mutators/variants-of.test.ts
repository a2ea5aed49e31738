import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VariantPlan, variantsOf } from '../../src/mutators/variants-of.ts';
import { textMutators } from './mutate-text.ts';

const kindsNamed = (...names: string[]) => textMutators.filter(({ name }) => names.includes(name));
const plan = (over: Partial<VariantPlan> = {}): VariantPlan => ({
  kinds: textMutators,
  seed: 1,
  attacks: [],
  ...over,
});
const original = { id: 'late', text: 'I received the wrong parcel 12 days ago. Where is mine?', protect: [] };
const told = (variants: ReturnType<typeof variantsOf>) =>
  variants.map(({ kind, number, text }) => `${kind.name} ${number}: ${text}`);

describe('the variants of a case', () => {
  it('are one of each kind, in the order of the shelf', () => {
    expect(variantsOf(original, plan()).map(({ kind }) => kind.name)).toEqual(
      textMutators.map(({ name }) => name),
    );
  });

  it('are as many as asked for, in turns over the kinds, and no text twice', () => {
    const made = variantsOf(original, plan({ kinds: kindsNamed('typo', 'angry'), perCase: 5 }));
    expect(made.map(({ kind, number }) => `${kind.name} ${number}`).sort()).toEqual(
      expect.arrayContaining(['angry 1', 'angry 2', 'typo 1', 'typo 2']),
    );
    expect(new Set(made.map(({ text }) => text)).size).toBe(5);
  });

  it('end where nothing new can be made', () => {
    const made = variantsOf(original, plan({ kinds: kindsNamed('number-format'), perCase: 50 }));
    expect(made.map(({ text }) => text.match(/\S+ days/)![0]).sort()).toEqual(['twelve days', '１２ days']);
  });

  it('depend on the seed, the case and the kind alone', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(textMutators, { minLength: 1 }), fc.nat(), (kinds, seed) => {
        const alone = kinds.flatMap((kind) => told(variantsOf(original, plan({ kinds: [kind], seed }))));
        const together = told(variantsOf(original, plan({ kinds, seed })));
        expect(together).toEqual(alone);
      }),
      { numRuns: 20 },
    );
    const kinds = kindsNamed('injection');
    const textOf = (id: string, seed: number) =>
      variantsOf({ ...original, id }, plan({ kinds, seed }))[0]!.text;
    expect(new Set([textOf('a', 1), textOf('b', 1), textOf('a', 2), textOf('a', 3)]).size).toBe(4);
  });

  it('carry the attacks of the user where there are some', () => {
    const attacks = [1, 2, 3].map((line) => ({ text: `Attack number ${line}.`, file: 'a.txt', line }));
    const made = variantsOf(original, plan({ kinds: kindsNamed('injection', 'typo'), attacks, perCase: 6 }));
    const injected = made.filter(({ kind }) => kind.name === 'injection');
    expect(injected.every(({ text, attack }) => text.includes(attack!.text))).toBe(true);
    expect(made.filter(({ kind }) => kind.name === 'typo').every(({ attack }) => attack === undefined)).toBe(
      true,
    );
  });

  it('leave what the author protects', () => {
    const protect = ['wrong parcel'];
    const made = variantsOf({ ...original, protect }, plan()).filter(({ kind }) => kind.keeps === 'label');
    expect(made.filter(({ text }) => !text.includes('wrong parcel'))).toEqual([]);
  });
});
