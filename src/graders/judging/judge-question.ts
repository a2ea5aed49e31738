import type { VerdictForm } from './verdict-form.ts';

/** What a judge is asked about one output, before it is put into words. */
export type JudgeQuestion = {
  form: VerdictForm;
  /** What the author of the suite says, by the names of the prompt's variables: a rubric, a menu. */
  own: Readonly<Record<string, string>>;
  /** What comes from models and from data. Each stands in a fence; of a list each item, numbered. What is not there is empty. */
  foreign: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Where the graded output stands, when two are shown. */
  place?: 'first' | 'second';
};
