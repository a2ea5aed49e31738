import { expect, test } from 'vitest';
import { promptSecrets } from '../../src/mutators/prompt-secrets.ts';

const prompt = (system: string, user = '{{ message }}') => ({
  messages: [
    { role: 'system' as const, template: system, line: 1 },
    { role: 'user' as const, template: user, line: 2 },
  ],
});

test.each([
  [
    'the longest first, without what is filled in',
    [
      prompt(
        'You decide refunds by our policy. Never mention the colour blue to anybody. {{ policy }} Be brief.',
      ),
    ],
    ['Never mention the colour blue to anybody.', 'You decide refunds by our policy.'],
  ],
  [
    'not what the user is told as well',
    [
      prompt(
        'Answer with one of these seven labels. Keep the Heron project to yourself.',
        'Answer with one of these seven labels.\n{{ message }}',
      ),
    ],
    ['Keep the Heron project to yourself.'],
  ],
  [
    'lines of a list one by one, and no worked examples',
    [
      prompt(
        '- Only speak about lamps and their parts\n- Nothing about prices of any kind\nMessage: where is my parcel please => delivery',
      ),
    ],
    ['Only speak about lamps and their parts', 'Nothing about prices of any kind'],
  ],
  [
    'examples where there is nothing else',
    [prompt('where is my parcel today please => delivery')],
    ['where is my parcel today please => delivery'],
  ],
  [
    'five of each prompt, each once',
    [
      prompt('One two three four five six seven. '.repeat(2) + 'Abcdefgh '.repeat(3)),
      prompt('One two three four five six seven.'),
    ],
    ['One two three four five six seven.', 'Abcdefgh Abcdefgh Abcdefgh'],
  ],
  ['nothing where nothing is long enough', [prompt('Be brief.')], []],
])('what must not come out: %s', (_, prompts, secrets) => {
  expect(promptSecrets(prompts)).toEqual(secrets);
});

test('no more than five of a prompt', () => {
  const many = Array.from(
    { length: 9 },
    (_, at) => `This is the long sentence called ${'abcdefghi'[at]}.`,
  ).join(' ');
  expect(promptSecrets([prompt(many)])).toHaveLength(5);
});
