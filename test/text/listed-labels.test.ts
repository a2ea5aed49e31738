import { expect, test } from 'vitest';
import { listedLabels } from '../../src/text/listed-labels.ts';

test.each([
  {
    text: 'Labels: refund, delivery',
    items: [
      ['refund', 'refund'],
      ['delivery', 'delivery'],
    ],
    rest: '',
  },
  {
    text: 'Answer with exactly one of: `card_lost`, "top-up" or other.\n\nI lost it',
    items: [
      ['card_lost', 'card lost'],
      ['top-up', 'top up'],
      ['other', 'other'],
    ],
    rest: 'I lost it',
  },
  {
    text: 'Sort this. The categories are:\n\n- refund: wants money back\n- **other**\n\nHello there',
    items: [
      ['refund', 'refund wants money back'],
      ['other', 'other'],
    ],
    rest: 'Hello there',
  },
  {
    text: 'Labels:\n1. a\n2) b\nThe end',
    items: [
      ['a', 'a'],
      ['b', 'b'],
    ],
    rest: 'The end',
  },
  { text: 'The label: only one', items: [], rest: 'The label: only one' },
  {
    text: 'Intent:\nchoices: x | y; z',
    items: [
      ['x', 'x'],
      ['y', 'y'],
      ['z', 'z'],
    ],
    rest: '',
  },
  { text: 'No list here', items: [], rest: 'No list here' },
])('$text', ({ text, items, rest }) => {
  expect(listedLabels(text)).toEqual({
    items: items.map(([label, words]) => ({ label, text: words })),
    rest,
  });
});
