import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { choiceForm, type Menu } from './judging/choice-form.ts';
import { judgeGrade } from './judging/judge-grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { shownInput } from './judging/shown-input.ts';

const menu: Menu = { contradicts: 0, omits: 0.5, adds: 0.75, agrees: 1 };

/** Facts beside a reference. What is added passes: nobody knows of it whether it is right. */
export const factual = defineGrader({
  name: 'factual',
  summary:
    'A model says whether the output agrees with a reference (1), adds to it (0.75), omits some of it (0.5) or contradicts it (0).',
  example: 'factual: $expect',
  value: z.string().min(1, 'must not be empty').describe('An answer that is right.'),
  options: judgeOptions,
  needs: 'judge',
  asks: { prompt: 'judge-factual', variables: ['input', 'output', 'reference'] },
  threshold: 0.75,
  menu: () => menu,
  grade({ value, ...given }, subject, tools) {
    const foreign = { input: shownInput(subject), output: subject.answer.text, reference: value };
    return judgeGrade('factual', given, { form: choiceForm(menu), own: {}, foreign }, tools);
  },
});
