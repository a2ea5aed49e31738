import type { SummaryFold } from '../../analyze/summarize.ts';
import type { Run } from '../../domain/run.ts';
import type { Lot, Plan } from '../../plan/plan.ts';
import type { GrowingEvidence } from '../../store/read-evidence.ts';
import { askCanary } from '../canary/ask-canary.ts';
import { type AskingAgain, askJudgeCanary } from '../canary/ask-judge-canary.ts';
import type { JudgeCanary } from '../canary/plan-judge-canary.ts';
import { redrawFlips } from '../redraw/redraw-flips.ts';
import { evidenceKeeper, type Keeping } from './evidence-keeper.ts';

/** What a run is held against, and what is asked afresh for it once its trials are finished. */
export type Held = {
  evidence: GrowingEvidence;
  /** Cases of the baselines' own arms. */
  canary: readonly Lot[];
  /** Labelled outputs, to see whether the judges moved. */
  judges: readonly JudgeCanary[];
  redraw: boolean;
};

/** The run whose trials are finished. */
export type Finished = Omit<Keeping, 'id'> & { plan: Plan; header: Run; fold: SummaryFold } & Pick<
    AskingAgain,
    'toolsOf' | 'cancel'
  >;

/**
 * Cases of the baseline that were not asked, and flips whose drawing was stopped before its end; whether the disk, or a
 * case that cannot be read, was the reason.
 */
export type AskedAfresh = { canaryLeft: number; flipsLeft: number; isBroken: boolean };

/**
 * Asks a part of the baseline again, then the cases that flipped; the rows grow the evidence on which the summary
 * stands, and are in no rate. What is written is whole: a run that is killed here goes on with what is not decided.
 */
export async function askAfresh(
  held: Held,
  { plan, header, fold, toolsOf, cancel, ...keeping }: Finished,
): Promise<AskedAfresh> {
  // The summary of a long run is work: it is made for nothing where nothing can have flipped.
  const { evidence, canary, judges, redraw } = held;
  const isHeld = evidence.baselines.size > 0 || judges.length > 0;
  const summary = isHeld ? fold.end() : undefined;
  if (!summary || summary.missing > 0) return { canaryLeft: 0, flipsLeft: 0, isBroken: false };
  const keeper = evidenceKeeper({ ...keeping, id: header.id });
  try {
    evidence.judgedAgain ??= [];
    const keep = keeper.judged(evidence.judgedAgain);
    const { begin } = keeping.shown;
    await askJudgeCanary(judges, evidence.judgedAgain, {
      ...{ toolsOf, cancel, keep },
      begin: (what) => begin(what),
    });
    const canaryLeft = await askCanary(canary, evidence.canary, keeper.into('canary', evidence.canary));
    if (!redraw) return { canaryLeft, flipsLeft: 0, isBroken: keeper.isBroken() };
    const afresh = keeper.into('redraws', evidence.redraws);
    const known = canary.length > 0 ? fold.end() : summary;
    const flipsLeft = await redrawFlips(plan, header, known, evidence.redraws, afresh);
    return { canaryLeft, flipsLeft, isBroken: keeper.isBroken() };
  } finally {
    keeper.close();
  }
}
