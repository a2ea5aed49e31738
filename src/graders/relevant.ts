import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { choiceForm, type Menu } from './judging/choice-form.ts';
import { judgeGrade } from './judging/judge-grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { shownInput } from './judging/shown-input.ts';
import { verdict } from './verdict.ts';

const menu: Menu = { irrelevant: 0, partly: 0.5, relevant: 1 };

/** An answer to what was asked, right or wrong. */
export const relevant = defineGrader({
  name: 'relevant',
  summary:
    'A model says whether the output answers the question, right or wrong: relevant (1), partly (0.5) or irrelevant (0).',
  example: 'relevant: true',
  value: z
    .union([z.literal(true), z.string().min(1, 'must not be empty')])
    .describe('true: the question is what the user said. Or the question itself.'),
  options: judgeOptions,
  needs: 'judge',
  asks: { prompt: 'judge-relevant', variables: ['question', 'output'] },
  threshold: 1,
  menu: () => menu,
  grade({ value, ...given }, subject, tools) {
    const question = value === true ? shownInput(subject) : value;
    if (question.trim() === '') return verdict.ungraded('the user said nothing that could be answered');
    const foreign = { question, output: subject.answer.text };
    return judgeGrade('relevant', given, { form: choiceForm(menu), own: {}, foreign }, tools);
  },
});
