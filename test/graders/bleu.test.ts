import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';

const military = [
  'It is a guide to action that ensures that the military will forever heed Party commands.',
  'It is the guiding principle which guarantees the military forces always being under the command of the Party.',
  'It is the practical guide for the army always to heed the directions of the party.',
];

// Scores from sacrebleu 2.6.0: sentence_bleu with its defaults, divided by 100. The first four texts are Papineni's.
describe('bleu', () => {
  gradeRows('bleu', [
    {
      value: military,
      output:
        'It is a guide to action which ensures that the military always obeys the commands of the party.',
      score: 0.54017258986,
      passed: true,
    },
    {
      value: military,
      output: 'It is to insure the troops forever hearing the activity guidebook that party direct.',
      score: 0.066995591591,
      passed: false,
    },
    {
      value: ['The cat is on the mat.', 'There is a cat on the mat.'],
      output: 'the the the the the the the',
      score: 0.065672747361,
      passed: false,
    },
    {
      value: 'The cat sat on the mat.',
      output: 'The cat is on the mat.',
      score: 0.488923022435,
      passed: false,
    },
    { value: 'The cat sat on the mat.', output: 'The cat sat on the mat.', score: 1 },
    { value: 'The cat sat on the mat.', output: 'completely different words here', score: 0 },
    { value: 'The cat sat', output: 'cat', score: 0.135335283237, passed: false },
    { value: 'the cat', output: 'the cat', score: 1 },
    {
      value: 'The price increased by 3.5 % to $1,234.50 in 2019-2020.',
      output: 'The price rose 3.5% to $1,234.50 in 2019-2020.',
      score: 0.732496796262,
      passed: true,
    },
    {
      value: "He said 'no', didn't he? (Yes and no)",
      output: 'He said "no", didn\'t he? (Yes & no)',
      score: 0.432422707546,
      passed: false,
    },
    { value: 'Größe und Maß: 5.5 m²', output: 'Größe und Maß: 5,5 m²', score: 0.537284965912, passed: true },
    { value: 'a b c d x f g h i j', output: 'a b c d e f g h i j', score: 0.658037006476, passed: true },
    { value: 'state-of-the-art models & more', output: 'state-of-the-art models &amp; more', score: 1 },
    { value: 'the cat is here now', output: 'THE CAT is here now', options: { ignoreCase: true }, score: 1 },
    { value: 'x', output: '', score: 0 },
    { value: '', refused: 'must not be empty' },
    { why: 'a megabyte', value: 'the cat', output: 'the cat sat. '.repeat(80_000), passed: false },
  ]);
});
