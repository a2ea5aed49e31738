import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { seeded } from '../../src/flow/seeded.ts';
import { forbiddenRequests } from '../../src/mutators/forbidden-requests.ts';
import { mutators } from '../../src/mutators/index.ts';
import { injections } from '../../src/mutators/injections.ts';
import { leakProbes } from '../../src/mutators/leak-probes.ts';
import { protectedPieces } from '../../src/text/protected-pieces.ts';
import { mutateText, textMutators } from './mutate-text.ts';

/** What a person may write, with all that is protected in it. */
const part = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'Where is my parcel?',
      'I received it 12 days ago.',
      'Please help me, thanks!',
      'Es ist 3 Tage her.',
      'Où est-elle ?',
      '荷物はどこですか。',
      'где моя посылка',
      '\n',
      'The 1,234 tiles',
      'न मिला',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'A-1047/b',
      '#12',
      '2024-03-05',
      '3 May 2024',
      '14:30',
      '$1,299.50',
      '5 €',
      '20 %',
      'ana.b@example.org',
      'https://example.com/a?b=c',
      '`rm -rf`',
      '"as is"',
      '„so“',
      '{{ name }}',
      '{id}',
      '+49 30 123456',
      '00123456',
      'v1.2.3',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const text = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' '));
const seed = fc.integer({ min: 0, max: 1_000_000 });
const preserving = textMutators.filter(({ keeps }) => keeps === 'label');

/** Texts that could keep a pattern busy, with their pieces: told apart once. */
const longTexts = once(() =>
  [
    'I received "the" order A-12 of 3 May 2024 for $5, 12 days ago; where is it? ',
    ...['a', ' ', '"', '{', '. ', '1', '1,', ',', '…', 'a.', 'é', '\n', 'ab ', '漢'],
  ].map((unit) => {
    const long = unit.repeat(Math.ceil(100_000 / unit.length));
    return { text: long, pieces: protectedPieces(long) };
  }),
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const isWellFormed = (one: string) => Buffer.from(one, 'utf8').toString('utf8') === one;

describe.each(textMutators.map((one) => [one.name, one] as const))('%s', (_, mutator) => {
  it('says the same for the same seed, and never the text itself', () => {
    fc.assert(
      fc.property(text, seed, (one, at) => {
        const first = mutateText(mutator, one, { seed: at });
        expect(mutateText(mutator, one, { seed: at })).toBe(first);
        expect(first).not.toBe(one);
      }),
    );
  });

  it('makes UTF-8 of UTF-8', () => {
    fc.assert(
      fc.property(text, seed, (one, at) => {
        expect(isWellFormed(one)).toBe(true);
        expect(isWellFormed(mutateText(mutator, one, { seed: at }) ?? '')).toBe(true);
      }),
    );
  });

  it('takes no longer than a moment for 100 kB', () => {
    for (const { text: long, pieces } of longTexts()) {
      const start = performance.now();
      for (const at of [1, 8]) mutator.mutate(long, { random: seeded(at), pieces });
      expect(performance.now() - start, JSON.stringify(long.slice(0, 9))).toBeLessThan(2000);
    }
  });

  it('does what its example shows', () => {
    const { before, after } = mutator.example;
    const parts = after.split('…').map((one) => one.trim());
    const isShown = (made: string | undefined) => {
      let at = 0;
      return parts.every((one, index) => {
        const found = made?.indexOf(one, at) ?? -1;
        at = found + one.length;
        return found >= 0 && (index > 0 || found === 0) && (index < parts.length - 1 || at === made!.length);
      });
    };
    const shown = Array.from({ length: 20_000 }, (_, at) => at).some((at) =>
      isShown(mutateText(mutator, before, { seed: at })),
    );
    expect(shown ? after : mutateText(mutator, before)).toBe(after);
  });
});

describe.each(preserving.map((one) => [one.name, one] as const))(
  '%s keeps the label, so it',
  (_, mutator) => {
    it('leaves what is protected as it is, and in order', () => {
      fc.assert(
        fc.property(
          text,
          seed,
          fc.array(fc.constantFrom('parcel', 'days ago', '荷物', 'my'), { maxLength: 2 }),
          (one, at, protect) => {
            const made = mutateText(mutator, one, { seed: at, protect });
            if (made === undefined) return;
            let from = 0;
            for (const { text: kept } of protectedPieces(one, protect).filter((piece) => piece.isProtected)) {
              const found = made.indexOf(kept, from);
              expect(found, `${JSON.stringify(kept)} in ${JSON.stringify(made)}`).toBeGreaterThanOrEqual(0);
              from = found + kept.length;
            }
          },
        ),
      );
    });

    it('changes no digit that it does not write otherwise', () => {
      fc.assert(
        fc.property(fc.integer({ min: 2, max: 999 }), seed, (count, at) => {
          const one = `Dear shop, I would like to buy ${count} of these lamps. Thank you`;
          const made = mutateText(mutator, one, { seed: at })!;
          if (mutator.name === 'number-format') return;
          expect(made ?? one).toContain(String(count));
        }),
      );
    });
  },
);

describe('texts that are attacks', () => {
  it.each([
    ['injections', injections, 40],
    ['probes for a leak', leakProbes, 20],
    ['forbidden requests', forbiddenRequests, 20],
  ])('%s are many, and none stands there twice', (_, list, least) => {
    expect(list.length).toBeGreaterThanOrEqual(least);
    expect(new Set(list).size).toBe(list.length);
  });
});

test('every kind says what it keeps', () => {
  const byKeeps = Object.fromEntries(
    ['label', 'must-refuse', 'must-not-leak', 'unsure'].map((keeps) => [
      keeps,
      mutators
        .all()
        .filter((one) => one.keeps === keeps)
        .map(({ name }) => name),
    ]),
  );
  expect(byKeeps).toMatchObject({
    'must-refuse': ['forbidden-request'],
    'must-not-leak': ['prompt-leak'],
    unsure: ['truncated', 'encoded', 'second-request'],
  });
});
