import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { choiceForm, type Menu } from './judging/choice-form.ts';
import { judgeGrade } from './judging/judge-grade.ts';
import { judgeOptions } from './judging/judge-options.ts';
import { shownInput } from './judging/shown-input.ts';

const areApart = (names: readonly string[]) =>
  new Set(names.map((name) => name.trim().toLowerCase())).size === names.length;
const levels = z
  .record(z.string().min(1), z.number().min(0).max(1))
  .refine((menu) => Object.keys(menu).length >= 2, 'needs two levels at least: { poor: 0, good: 1 }')
  .refine(
    (menu) => areApart(Object.keys(menu)),
    'needs levels that differ in more than upper and lower case',
  );
const scale = z
  .union([z.literal('pass/fail'), z.literal('1-5'), levels])
  .default('pass/fail')
  .describe(
    '`pass/fail`, `1-5` (0 to 1 in quarters), or levels of your own with their scores: `{ poor: 0, fair: 0.5, good: 1 }`.',
  );

const menus: Record<'pass/fail' | '1-5', Menu> = {
  'pass/fail': { fail: 0, pass: 1 },
  '1-5': { 1: 0, 2: 0.25, 3: 0.5, 4: 0.75, 5: 1 },
};
const menuOf = (chosen: z.output<typeof scale>): Menu =>
  typeof chosen === 'string' ? menus[chosen] : chosen;

const { judge: _, ...others } = judgeOptions;
const rubric = z.string().min(1);

/** A rubric in plain words. */
export const judge = defineGrader({
  name: 'judge',
  summary: 'A model grades the output by a rubric in plain words.',
  example: 'judge: "Names the 30 days and promises nothing else"',
  value: z
    .union([rubric, z.strictObject({ rubric, judge: judgeOptions.judge })])
    .describe('The rubric, or { rubric, judge } with who grades.'),
  options: {
    scale,
    context: z
      .string()
      .optional()
      .describe('What the judge is shown beside input and output: `$vars.policy`.'),
    reference: z.string().optional().describe('An answer that is right: `$expect`.'),
    ...others,
  },
  needs: 'judge',
  asks: { prompt: 'judge', variables: ['rubric', 'menu', 'input', 'output', 'context', 'reference'] },
  refuse({ options, threshold }) {
    if (options.scale === 'pass/fail' || threshold !== undefined) return undefined;
    const example = options.scale === '1-5' ? 'threshold: 0.75 lets 4 and 5 pass' : 'such as threshold: 0.5';
    return `a scale of levels needs the score from which it passes: ${example}`;
  },
  menu: ({ options }) => menuOf(options.scale),
  grade({ value, options, ...given }, subject, tools) {
    const menu = menuOf(options.scale);
    const names = Object.entries(menu)
      .sort((a, b) => a[1] - b[1])
      .map(([name]) => name);
    const question = {
      form: choiceForm(menu, options.scale === 'pass/fail' ? 'majority' : 'mean'),
      own: { rubric: typeof value === 'string' ? value : value.rubric, menu: names.join(', ') },
      foreign: {
        input: shownInput(subject),
        output: subject.answer.text,
        context: options.context,
        reference: options.reference,
      },
    };
    return judgeGrade('judge', given, question, tools);
  },
});
