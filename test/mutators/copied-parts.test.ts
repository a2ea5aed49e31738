import { expect, test } from 'vitest';
import { copiedParts } from '../../src/mutators/copied-parts.ts';

const text = 'The delivery of two mugs goes to Anna Berg, 7 Harbour Street, Cork.';

test.each([
  ['delivery', []],
  ['Anna Berg', ['Anna Berg']],
  [{ name: 'Anna Berg', items: [{ name: 'mug', count: 2 }], city: 'Bern' }, ['Anna Berg', 'mug']],
  [['Cork', 'Cork', 'T', ' '], ['Cork']],
  [7, []],
  [null, []],
  [undefined, []],
])('of the answer %j these parts are copied out of the text: %j', (answer, parts) => {
  expect(copiedParts(answer, text)).toEqual(parts);
});
