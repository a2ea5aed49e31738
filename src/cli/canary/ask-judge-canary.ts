import pLimit from 'p-limit';
import type { JudgedAgain } from '../../domain/judged-again.ts';
import type { ToolsOf } from '../../execute/trial-tools.ts';
import { applyCheck } from '../../graders/apply-check.ts';
import { count } from '../../text/count.ts';
import type { JudgeCanary } from './plan-judge-canary.ts';

/** How outputs are put before judges again, and who keeps what they say. */
export type AskingAgain = {
  /** With judges that read no cache. */
  toolsOf: ToolsOf;
  cancel: AbortSignal;
  keep(again: JudgedAgain): void;
  begin(what: string): void;
};

const width = 8;

async function askOne(
  { output, digest, before }: JudgeCanary,
  { toolsOf, cancel, keep }: AskingAgain,
): Promise<void> {
  const { group, check, subject } = output;
  const trial = { suite: { name: group.suite }, case: { id: subject.case.id }, repeat: 1 };
  const judging = toolsOf(trial, cancel);
  await applyCheck(check, subject, judging.tools);
  const [judgement] = judging.judgements();
  if (judging.isGivenUp() || judgement?.passed == null) return;
  const { passed: now, costUsd } = judgement;
  keep({ schemaVersion: 1, digest, item: group.id, before, now, costUsd });
}

/** Puts labelled outputs before their judges again; `asked` are those of a run that is gone on with. */
export async function askJudgeCanary(
  canary: readonly JudgeCanary[],
  asked: readonly JudgedAgain[],
  asking: AskingAgain,
): Promise<void> {
  const known = new Set(asked.map(({ digest, item }) => `${digest} ${item}`));
  const left = canary.filter(({ digest, output }) => !known.has(`${digest} ${output.group.id}`));
  if (left.length === 0) return;
  asking.begin(`putting ${count(left.length, 'labelled output')} before the judge again`);
  const limit = pLimit(width);
  await Promise.all(left.map((one) => limit(() => askOne(one, asking))));
}
