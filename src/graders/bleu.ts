import { defineGrader } from '../domain/grader.ts';
import { percent } from '../text/percent.ts';
import { sentenceBleu } from '../text/sentence-bleu.ts';
import { tokenize13a } from '../text/tokenize-13a.ts';
import { references } from './references.ts';
import { textOptions } from './text-options.ts';
import { verdict } from './verdict.ts';

/** BLEU of the output as one sentence, as sacrebleu gives it (13a tokens, exponential smoothing), divided by 100. */
export const bleu = defineGrader({
  name: 'bleu',
  summary:
    'How many runs of one to four words the output shares with a reference translation: sentence BLEU, 0 to 1.',
  example: 'bleu: [$expect, $meta.second]\nthreshold: 0.3',
  value: references,
  options: { ignoreCase: textOptions.ignoreCase },
  threshold: 0.5,
  grade({ value, options, threshold }, { answer }) {
    const tokens = (text: string) =>
      tokenize13a((options.ignoreCase ? text.toLowerCase() : text).normalize('NFC').trimEnd());
    const score = sentenceBleu(tokens(answer.text), value.map(tokens));
    return verdict.scored(score, threshold, `BLEU ${percent(score)}`);
  },
});
