import { defineGrader } from '../domain/grader.ts';
import { claimsForm } from './judging/claims-form.ts';
import { judgeGrade } from './judging/judge-grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { passages } from './judging/passages.ts';
import { shownInput } from './judging/shown-input.ts';

/** Nothing made up: what is said has to stand in the context. Whether the context is right is another question. */
export const faithful = defineGrader({
  name: 'faithful',
  summary:
    'A model says whether every claim of the output is supported by the given context; the reason lists those that are not.',
  example: 'faithful: $vars.context',
  value: passages,
  options: judgeOptions,
  needs: 'judge',
  asks: { prompt: 'judge-faithful', variables: ['input', 'output', 'context'] },
  menu: () => claimsForm.menu,
  grade({ value, ...given }, subject, tools) {
    const foreign = { input: shownInput(subject), output: subject.answer.text, context: value };
    return judgeGrade('faithful', given, { form: claimsForm, own: {}, foreign }, tools);
  },
});
