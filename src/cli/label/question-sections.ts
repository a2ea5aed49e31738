import type { Check } from '../../domain/check.ts';
import { judgeOptions } from '../../graders/judging/judge-options.ts';
import { isMap } from '../../text/is-map.ts';
import type { Section } from './label-item.ts';

/** What a check asks, for a person: the question itself, and what it shows beside input and output. */
export type ShownQuestion = { question: Section[]; beside: Section[] };

/** Who is asked, and how: nothing that the question is about. */
const aside = ['scale', 'against', ...Object.keys(judgeOptions)];

/** The question of a check, as its judge is asked it: a rubric as it is written, else what the grader wants to know. */
export function questionSections({
  grader,
  value,
  options,
}: Pick<Check, 'grader' | 'value' | 'options'>): ShownQuestion {
  const beside = Object.entries(options)
    .filter(([name]) => !aside.includes(name))
    .flatMap(([name, given]) => toSection(name, given));
  const isRubric = grader.name === 'judge' || grader.name === 'pairwise';
  if (isRubric) return { question: toSection('question', isMap(value) ? value.rubric : value), beside };
  return {
    question: [{ title: 'question', text: grader.summary }, ...toSection(grader.name, value)],
    beside,
  };
}

/** A switch or a number says nothing to a person who reads. */
function toSection(title: string, value: unknown): Section[] {
  const text = toText(value);
  return text === '' ? [] : [{ title, text }];
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one) => `- ${toLine(one)}`).join('\n');
  return isMap(value) && Object.keys(value).length > 0 ? JSON.stringify(value, null, 2) : '';
}

/** A question with its weight is still a question. */
const toLine = (one: unknown) =>
  typeof one === 'string' ? one : isMap(one) && typeof one.ask === 'string' ? one.ask : JSON.stringify(one);
