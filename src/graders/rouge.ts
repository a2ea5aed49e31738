import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { andThen } from '../flow/and-then.ts';
import { lazy } from '../flow/lazy.ts';
import { percent } from '../text/percent.ts';
import { toWords } from '../text/to-words.ts';
import { references } from './references.ts';
import { verdict } from './verdict.ts';

type Metric = 'rouge-1' | 'rouge-2' | 'rouge-l';
type Measure = (output: string, reference: string, metric: Metric) => number;

const load = lazy(async (): Promise<Measure> => {
  const { l, n } = await import('js-rouge');
  const tokenizer = toWords;
  return (output, reference, metric) =>
    metric === 'rouge-l'
      ? l(output, reference, { tokenizer, segmenter: (text) => [text] })
      : n(output, reference, { tokenizer, n: metric === 'rouge-1' ? 1 : 2 });
});

/** Overlap with a reference. ROUGE-L is the one over the whole text; nothing is stemmed. */
export const rouge = defineGrader({
  name: 'rouge',
  summary:
    'How many words (or word pairs, or words in order) the output shares with a reference: ROUGE, f-score.',
  example: 'rouge: $expect\nmetric: rouge-l\nthreshold: 0.4',
  value: references,
  options: {
    metric: z
      .enum(['rouge-1', 'rouge-2', 'rouge-l'])
      .default('rouge-l')
      .describe('Single words, pairs of words, or the longest common subsequence.'),
  },
  threshold: 0.5,
  prepare: async () => load(),
  grade({ value, options: { metric }, threshold }, { answer }) {
    const words = toWords(answer.text).length;
    if (words === 0) return verdict.scored(0, threshold, 'the output has no words');
    return andThen(load(), (measure) => {
      const scores = value.map((text) =>
        toWords(text).length === 0 ? 0 : measure(answer.text, text, metric),
      );
      const score = Math.max(...scores);
      return verdict.scored(
        score,
        threshold,
        `${metric.toUpperCase()} ${percent(score)} over ${words} words`,
      );
    });
  },
});
