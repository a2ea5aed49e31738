import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { sideBySide } from '../../../src/cli/review/side-by-side.ts';

const left = { title: 'late', text: 'Where is my parcel? It should have been here last week.' };
const right = { title: 'translation: German', text: 'Wo ist mein Paket?\n\nEs sollte letzte Woche da sein.' };

test('how it looks', () => {
  expect(sideBySide(left, right, 80).map(({ text }) => text)).toEqual([
    '  late                                  │ translation: German',
    '  Where is my parcel? It should have    │ Wo ist mein Paket?',
    '  been here last week.                  │',
    '                                        │ Es sollte letzte Woche da sein.',
  ]);
  expect(sideBySide(left, right, 50).map(({ text }) => text)).toEqual([
    'late',
    '  Where is my parcel? It should have been here',
    '  last week.',
    '',
    'translation: German',
    '  Wo ist mein Paket?',
    '',
    '  Es sollte letzte Woche da sein.',
  ]);
});

test('no line is wider than the terminal, and no text is an order to it', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(text, text, text, fc.integer({ min: 20, max: 220 }), (title, one, other, width) => {
      for (const line of sideBySide({ title, text: one }, { title, text: other }, width)) {
        expect(stringWidth(line.text)).toBeLessThanOrEqual(width);
        expect(line.text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      }
    }),
  );
});
