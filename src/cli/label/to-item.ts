import type { Case } from '../../domain/case.ts';
import { labelId } from '../../domain/label-id.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { shownInput } from '../../graders/judging/shown-input.ts';
import type { JudgedCheck } from './judged-checks.ts';
import type { LabelItem, Section } from './label-item.ts';
import { questionSections } from './question-sections.ts';
import { type VerdictKey, verdictKeys } from './verdict-keys.ts';

/** An answered row of a case, with what the baseline's run had answered where that is known. */
export type ToLabel = { row: TrialRow; output: string; before: string | undefined; run: string };

const passOrFail = { fail: 0, pass: 1 };

/**
 * What a person is asked of an answer to the question of a check. A person is shown what the judge is shown, and of two
 * outputs not which is which. Undefined where the judge itself is not asked: there is nothing to compare with.
 */
export function toItem(
  check: JudgedCheck,
  one: Case,
  { row, output, before, run }: ToLabel,
): LabelItem | undefined {
  const { grader, value, options, judging } = check;
  const isPair = grader.name === 'pairwise';
  const other = isPair ? ((options.against as string | undefined) ?? before) : undefined;
  if (isPair && (other === undefined || other === output)) return undefined;
  const withBefore = isPair && options.against === undefined ? { before: other } : {};
  const item = { suite: row.suite, check: check.name, case: one.id, output, ...withBefore };
  const id = labelId(item);
  const menu = grader.menu?.({ value, options }) ?? passOrFail;
  const { question, beside } = questionSections(check);
  const pair = other === undefined ? undefined : inPair(output, other, id);
  return {
    label: {
      schemaVersion: 1,
      id,
      ...item,
      vars: one.vars,
      ...(one.expect === undefined ? {} : { expect: one.expect }),
      meta: one.meta,
      messages: row.messages,
      run,
      arm: row.arm,
    },
    sections: [...question, ...input(check, row), ...beside, ...(pair?.sections ?? outputs(check, output))],
    keys: pair?.keys ?? verdictKeys(menu),
    menu,
    threshold: check.threshold ?? grader.threshold ?? 1,
    judge: judging.judge.name,
  };
}

const shows = ({ grader }: JudgedCheck, ...variables: string[]) =>
  !grader.asks || variables.some((name) => grader.asks!.variables.includes(name));

const input = (check: JudgedCheck, row: TrialRow): Section[] =>
  shows(check, 'input', 'question') ? [{ title: 'input', text: shownInput(row) }] : [];

const outputs = (check: JudgedCheck, output: string): Section[] =>
  shows(check, 'output') ? [{ title: 'output', text: output }] : [];

/** Which of two stands first comes from the id, so that it is the same for everybody and says nothing. */
function inPair(output: string, other: string, id: string): { sections: Section[]; keys: VerdictKey[] } {
  const isFirst = Number.parseInt(id[0]!, 16) % 2 === 0;
  const [first, second] = isFirst ? [output, other] : [other, output];
  return {
    sections: [
      { title: 'first output', text: first },
      { title: 'second output', text: second },
    ],
    keys: [
      { key: '1', name: 'the first is better', label: isFirst ? 'better' : 'worse' },
      { key: '2', name: 'the second is better', label: isFirst ? 'worse' : 'better' },
      { key: 't', name: 'tie', label: 'tie' },
    ],
  };
}
