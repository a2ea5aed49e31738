import type { Case } from '../../domain/case.ts';
import type { Suite } from '../../domain/suite.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { judgedChecks } from './judged-checks.ts';
import type { LabelItem } from './label-item.ts';
import { toItem } from './to-item.ts';

/** All that can be labelled in a run, and how many outputs are of cases that are not what they were when it ran. */
export type Gathered = { items: LabelItem[]; changed: number };

/** The run; what the baseline's run answered to a case, where that is on disk. */
export type GatherFrom = {
  run: string;
  rows: AsyncIterable<TrialRow>;
  before?(trial: { suite: string; lane: string; case: Case }): Promise<string | undefined> | undefined;
};

/** What cases were answered: the first row of each output. */
type Answers = Map<string, Map<string, TrialRow>>;

/**
 * Puts the answers of a run beside the questions that its suites ask a judge. What came of an answer is not looked at,
 * but for what another model said in its place and nobody graded.
 */
export async function gatherItems(suites: readonly Suite[], from: GatherFrom): Promise<Gathered> {
  const judged = suites.filter(({ questions }) => questions.length > 0);
  const answers = await answersOf(new Set(judged.map(({ name }) => name)), from.rows);
  const all: Gathered = { items: [], changed: 0 };
  for (const suite of judged) {
    const found = await ofSuite(suite, answers.get(suite.name) ?? new Map(), from);
    all.items.push(...found.items);
    all.changed += found.changed;
  }
  return all;
}

async function answersOf(
  suites: ReadonlySet<string>,
  rows: AsyncIterable<TrialRow>,
): Promise<Map<string, Answers>> {
  const found = new Map<string, Answers>();
  for await (const row of rows) {
    const { suite, case: id, outcome, status } = row;
    if (!suites.has(suite) || outcome.status !== 'answered' || status === 'errored') continue;
    const inSuite: Answers = found.get(suite) ?? new Map();
    const toCase = inSuite.get(id) ?? new Map<string, TrialRow>();
    found.set(suite, inSuite.set(id, toCase));
    if (!toCase.has(outcome.answer.text)) toCase.set(outcome.answer.text, row);
  }
  return found;
}

async function ofSuite({ cases }: Suite, answers: Answers, from: GatherFrom): Promise<Gathered> {
  const found: Gathered = { items: [], changed: 0 };
  const left = new Map(answers);
  for (let index = 0; index < cases.count && left.size > 0; index++) {
    const one = await cases.read(index);
    for (const answer of left.get(one.id) ?? []) {
      if (answer[1].caseDigest === one.digest) found.items.push(...(await ofAnswer(one, answer, from)));
      else found.changed += 1;
    }
    left.delete(one.id);
  }
  for (const gone of left.values()) found.changed += gone.size;
  return found;
}

async function ofAnswer(
  one: Case,
  [output, row]: [string, TrialRow],
  from: GatherFrom,
): Promise<LabelItem[]> {
  const before = await from.before?.({ suite: row.suite, lane: row.lane, case: one });
  const answer = { row, output, before, run: from.run };
  return judgedChecks(one.checks).flatMap((check) => toItem(check, one, answer) ?? []);
}
