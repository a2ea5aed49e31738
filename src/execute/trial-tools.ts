import type { Grade } from '../domain/grade.ts';
import type { GraderTools, HeldGrader, JudgeReply, JudgeRequest } from '../domain/grader.ts';
import type { Judgement } from '../domain/judgement.ts';
import type { Model } from '../domain/model.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Ask, Request } from '../domain/request.ts';
import type { Settings } from '../domain/settings.ts';
import type { Subject } from '../domain/subject.ts';
import type { Trial } from '../domain/trial.ts';

/** The tools of one trial's graders, and what its judges have said. */
export type TrialTools = {
  tools: GraderTools;
  judgements(): Judgement[];
  /** A judge was not waited for: the trial has no verdict to keep, and a resumed run asks it again. */
  isGivenUp(): boolean;
};

/** As much of a trial as judges need to know. */
export type JudgedTrial = Pick<Trial, 'suite' | 'case' | 'repeat'>;

/** What requests to judges are told by; an output that is judged beside any trial has it too. */
type JudgedFor = {
  suite: Pick<Trial['suite'], 'name'>;
  case: Pick<Trial['case'], 'id'>;
  repeat: number;
};

/** Hands out the tools of a trial. `cancel` gives up what is under way. */
export type ToolsOf = (trial: JudgedFor, cancel: AbortSignal) => TrialTools;

/** What judges need of the world. */
export type JudgeDoors = {
  /** What graders may ask for beside judges. */
  base: Omit<GraderTools, 'ask' | 'tell' | 'grade'>;
  gradeBy(held: HeldGrader, subject: Subject, tools: GraderTools): Grade | Promise<Grade>;
  /** A judge's model, with all that stands before it. */
  judge(model: Model): Ask;
  /** US dollars for an answer that was asked for, null when unknown. */
  costOf(model: Model, outcome: Extract<Outcome, { status: 'answered' }>): number | null;
};

const noTools: Request['tools'] = [];

/** Requests of one repeat of a trial: so many may be asked of each of its questions, second tries with it. */
const mostTakes = 1000;

/** By identity what is the same for all requests of a judge: it is digested once. */
function settingsOf() {
  const known = new WeakMap<JudgeRequest['judging'], Settings>();
  return (judging: JudgeRequest['judging']): Settings => {
    const made = known.get(judging) ?? { ...judging.judge.model.settings, ...judging.prompt.settings };
    known.set(judging, made);
    return made;
  };
}

function toRequest(
  trial: JudgedFor,
  { judging, messages, outputSchema, take }: JudgeRequest,
  settings: Settings,
): Request {
  return {
    messages,
    settings,
    tools: noTools,
    ...(outputSchema === undefined ? {} : { outputSchema }),
    suite: trial.suite.name,
    prompt: judging.prompt.id,
    case: { id: trial.case.id, vars: {}, meta: {} },
    repeat: (trial.repeat - 1) * mostTakes + take,
    urgent: true,
  };
}

/** Judges are asked as models are: through cache, cassette, limits and budget, and before new trials. */
export function trialTools({ base, gradeBy, judge, costOf }: JudgeDoors): ToolsOf {
  const ofJudge = settingsOf();
  const asks = new Map<string, Ask>();
  const askOf = (model: Model) => {
    const ask = asks.get(model.name) ?? judge(model);
    asks.set(model.name, ask);
    return ask;
  };
  return (trial, cancel) => {
    const told: Judgement[] = [];
    let isGivenUp = false;
    const ask = async (request: JudgeRequest): Promise<JudgeReply> => {
      const { model } = request.judging.judge;
      const outcome = await askOf(model)(toRequest(trial, request, ofJudge(request.judging)), cancel);
      if (outcome.status === 'answered')
        return { outcome, costUsd: outcome.source === undefined ? costOf(model, outcome) : 0 };
      isGivenUp ||= outcome.failure.kind === 'cancelled';
      return { outcome, costUsd: 0 };
    };
    const tools: GraderTools = {
      ...base,
      ask,
      tell: (judgement) => void told.push(judgement),
      grade: (held, subject) => gradeBy(held, subject, tools),
    };
    return { tools, judgements: () => told, isGivenUp: () => isGivenUp };
  };
}
