import type { JudgedAnswer } from '../../analyze/audit/audit-pairs.ts';
import { labelId } from '../../domain/label-id.ts';
import type { TrialRow } from '../../domain/trial-row.ts';

/** The first answer of an arm to each case, as its judge saw it, with what the gate counts it by. */
export type ArmAnswers = Map<string, JudgedAnswer & { group?: string; weight: number }>;

/** What is read of a run's rows. */
export type AnswersWanted = {
  suite: string;
  check: string;
  arms: readonly string[];
  without: ReadonlySet<string>;
};

/** What a judge said of the first repeats of these arms; answers without a verdict are left out. */
export async function judgedAnswers(
  rows: AsyncIterable<TrialRow>,
  { suite, check, arms, without }: AnswersWanted,
): Promise<Map<string, ArmAnswers>> {
  const found = new Map(arms.map((arm): [string, ArmAnswers] => [arm, new Map()]));
  for await (const row of rows) {
    const answers = row.suite === suite && row.repeat === 1 ? found.get(row.arm) : undefined;
    const { outcome, judgements = [], case: id, caseDigest, group, weight } = row;
    const judgement = judgements.find((one) => one.check === check);
    if (!answers || !judgement || judgement.passed === null) continue;
    if (outcome.status !== 'answered' || without.has(id)) continue;
    const item = labelId({ suite, check, case: id, output: outcome.answer.text });
    const { digest, passed } = judgement;
    answers.set(id, {
      ...{ item, passed, digest, caseDigest, weight },
      ...(group === undefined ? {} : { group }),
    });
  }
  return found;
}
