import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelledExamples } from '../../src/text/labelled-examples.ts';

test.each([
  {
    layout: 'a double arrow',
    text: 'where is it => delivery',
    items: [['where is it', 'delivery']],
    rest: '',
  },
  {
    layout: 'a single arrow',
    text: 'where is it -> delivery',
    items: [['where is it', 'delivery']],
    rest: '',
  },
  {
    layout: 'a real arrow',
    text: '1. where is it → delivery',
    items: [['where is it', 'delivery']],
    rest: '',
  },
  { layout: 'the last arrow', text: 'from a -> b => route', items: [['from a -> b', 'route']], rest: '' },
  {
    layout: 'bullets and quotes',
    text: '- "a b" => `c`\n* \'d\' => e',
    items: [
      ['a b', 'c'],
      ['d', 'e'],
    ],
    rest: '',
  },
  {
    layout: 'Message and Label',
    text: 'Message: hi\nLabel: greeting',
    items: [['hi', 'greeting']],
    rest: '',
  },
  { layout: 'a blank line between', text: 'Q: hi\n\nA: greeting', items: [['hi', 'greeting']], rest: '' },
  { layout: 'bold key words', text: '**Input:** hi\n**Output:** yes', items: [['hi', 'yes']], rest: '' },
  { layout: 'a text over two lines', text: 'Text: a\nb\nCategory: c', items: [['a\nb', 'c']], rest: '' },
  { layout: 'Windows line ends', text: 'Q: hi\r\nA: yes\r\n', items: [['hi', 'yes']], rest: '' },
  {
    layout: 'prose around',
    text: 'Sort these.\n\na => b\n\nMy parcel?',
    items: [['a', 'b']],
    rest: 'My parcel?',
  },
  { layout: 'an item without label', text: 'Q: a\nA: b\nQ: c\n\nd\nA:', items: [['a', 'b']], rest: 'c\n\nd' },
  { layout: 'an arrow without label', text: 'a => b\nc d =>', items: [['a', 'b']], rest: 'c d' },
  { layout: 'an arrow after an open item', text: 'Input: a text.\n\nx => y', items: [['x', 'y']], rest: '' },
  {
    layout: 'an arrow in a text',
    text: 'Q: how to go a -> b\nA: route',
    items: [['how to go a -> b', 'route']],
    rest: '',
  },
  { layout: 'a label without text', text: 'Label: b', items: [], rest: 'Label: b' },
  { layout: 'an arrow with nothing before it', text: '=> b', items: [], rest: '=> b' },
  { layout: 'a list of labels', text: 'Labels: a, b', items: [], rest: 'Labels: a, b' },
  { layout: 'nothing', text: '', items: [], rest: '' },
])('$layout', ({ text, items, rest }) => {
  expect(labelledExamples(text)).toEqual({
    items: items.map(([example, label]) => ({ text: example, label })),
    rest,
  });
});

const word = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6}){0,3}$/);

test('what is written in any layout is read again', () => {
  const layouts = [
    (text: string, label: string) => `${text} => ${label}`,
    (text: string, label: string) => `- "${text}" -> ${label}`,
    (text: string, label: string) => `Message: ${text}\nLabel: ${label}\n`,
  ];
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, fc.nat(2))), (examples) => {
      const written = examples.map(([text, label, layout]) => layouts[layout]!(text, label)).join('\n');
      expect(labelledExamples(written).items).toEqual(examples.map(([text, label]) => ({ text, label })));
    }),
  );
});
