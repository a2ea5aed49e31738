import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUnits } from '../../src/text/count-units.ts';

describe('countUnits', () => {
  it.each([
    ['', 'characters', 0],
    ['🇩🇪🇫🇷', 'characters', 2],
    [`a${'\u0301'.repeat(5000)}b`, 'characters', 2],
    ['é'.repeat(5000), 'characters', 5000],
    ['🇩🇪'.repeat(3000), 'characters', 3000],
    ['naïve café', 'words', 2],
    ['हिन्दी भाषा', 'words', 2],
    ['a_b 3.5', 'words', 3],
    ['a\n\n', 'lines', 2],
    ['\n', 'lines', 1],
    ['a\n \nb\r\n\r\nc', 'paragraphs', 3],
    ['€', 'bytes', 3],
  ] as const)('%j in %s', (text, unit, expected) => {
    expect(countUnits(text, unit)).toBe(expected);
  });

  it('counts clusters as the segmenter does over the whole text', () => {
    const whole = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000, size: 'max' }), (text) => {
        expect(countUnits(text, 'characters')).toBe([...whole.segment(text)].length);
      }),
      { numRuns: 50 },
    );
  });
});
