import pLimit from 'p-limit';
import type { JudgedOutput } from '../../analyze/calibration/judged-output.ts';
import { paddingWords } from '../../analyze/calibration/padding-words.ts';
import type { Judgement } from '../../domain/judgement.ts';
import type { Subject } from '../../domain/subject.ts';
import type { ToolsOf } from '../../execute/trial-tools.ts';
import { applyCheck } from '../../graders/apply-check.ts';
import { drawn } from './drawn.ts';
import type { LabelledOutput } from './labelled-output.ts';
import { pickOf } from './pick-of.ts';
import { plannedJudgements } from './planned-judgements.ts';

/** How outputs are put before a judge. */
export type AskingOutputs = {
  toolsOf: ToolsOf;
  /** So many are under way at once. */
  width: number;
  /** How often a part of them is judged again, and whether another is judged with empty words at its end. */
  times: number;
  padding: boolean;
  /** Once aborted, nothing new is asked; what is under way is given up at `cancel`. */
  stop: AbortSignal;
  cancel: AbortSignal;
  /** Is told of each judgement; undefined where the judge could not even be put the question. */
  tell(judgement: Judgement | undefined): void;
};

const padded = (subject: Subject): Subject => ({
  ...subject,
  answer: { ...subject.answer, text: `${subject.answer.text}\n\n${paddingWords}` },
});

type Task = { output: LabelledOutput; subject: Subject; repeat: number; keep(judgement: Judgement): unknown };

/**
 * Puts each output before the judge by the whole protocol; a part of them again, to see whether it contradicts itself, and
 * a part with empty words at its end. Which ones is drawn by their ids. Where it was stopped, judgements are missing.
 */
export async function askOutputs(
  outputs: readonly LabelledOutput[],
  asking: AskingOutputs,
): Promise<JudgedOutput[]> {
  const judged = new Map(
    outputs.map((one) => [one.group.id, { ...toJudged(one), repeats: [] as Judgement[] }]),
  );
  const { again, pads } = plannedJudgements(outputs.length, asking);
  const ids = outputs.map(({ group }) => group.id);
  const [repeated, longer] = [drawn(ids, again, 'again'), drawn(ids, pads, 'padding')];
  const tasks = outputs.flatMap((output): Task[] => {
    const { group, subject } = output;
    const of = judged.get(group.id)!;
    const first: Task = { output, subject, repeat: 1, keep: (one) => Object.assign(of, { judgement: one }) };
    const more = Array.from({ length: repeated.has(group.id) ? asking.times : 0 }, (_, index): Task => {
      return { output, subject, repeat: index + 2, keep: (one) => of.repeats.push(one) };
    });
    const pad = {
      ...first,
      subject: padded(subject),
      keep: (one: Judgement) => Object.assign(of, { padded: one }),
    };
    return [first, ...more, ...(longer.has(group.id) ? [pad] : [])];
  });
  const limit = pLimit(asking.width);
  await Promise.all(tasks.map((task) => limit(() => carryOut(task, asking))));
  return [...judged.values()];
}

function toJudged({ group, subject }: LabelledOutput): JudgedOutput {
  const { label } = group.lines[0]!;
  const votes = group.lines.map(({ label: { rater, label: said } }) => ({ rater, label: said }));
  return {
    id: group.id,
    case: label.case,
    output: subject.answer.text,
    pick: pickOf(group),
    votes,
    repeats: [],
  };
}

async function carryOut(
  { output: { group, check }, subject, repeat, keep }: Task,
  { toolsOf, stop, cancel, tell }: AskingOutputs,
): Promise<void> {
  if (stop.aborted) return;
  const trial = { suite: { name: group.suite }, case: { id: subject.case.id }, repeat };
  const judging = toolsOf(trial, cancel);
  await applyCheck(check, subject, judging.tools);
  if (judging.isGivenUp()) return;
  const [judgement] = judging.judgements();
  if (judgement) keep(judgement);
  tell(judgement);
}
