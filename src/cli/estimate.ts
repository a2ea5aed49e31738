import type { Arm } from '../domain/arm.ts';
import { type JudgedCheck, judgedChecks } from '../domain/judged-checks.ts';
import type { Model } from '../domain/model.ts';
import type { PlannedSuite } from '../plan/plan.ts';
import { toTrial } from '../plan/to-trial.ts';
import type { PriceList } from '../providers/price-list.ts';
import type { Project } from './open-project.ts';

/** What one arm of a suite would take: calls, tokens, US dollars (null when a price is unknown). */
export type ArmEstimate = { arm: Arm; calls: number; input: number; output: number; usd: number | null };

/** What one judge of a suite would take over all of its arms: the same, where no reply has to be asked for again. */
export type JudgeEstimate = {
  judge: string;
  calls: number;
  input: number;
  output: number;
  usd: number | null;
};

/** What a run would take. The dollars are an upper estimate, and null when a price is missing. */
export type Estimate = {
  suites: { planned: PlannedSuite; arms: ArmEstimate[]; judges: JudgeEstimate[] }[];
  /** Of models and judges. */
  calls: number;
  usd: number | null;
};

/** An answer of which nothing is known is taken to be so long, in tokens. */
const usualAnswer = 200;
/** Cases whose prompts are counted; the rest is taken to be like them. */
const counted = 200;

/** Estimates calls, tokens and dollars before anything is asked. Tokens are right to about a tenth. */
export async function estimate({ plan }: Pick<Project, 'plan'>, prices: PriceList): Promise<Estimate> {
  const { estimateTokenCount } = await import('tokenx');
  const suites: Estimate['suites'] = [];
  for (const planned of plan.suites) {
    const arms: ArmEstimate[] = [];
    for (const arm of planned.arms) arms.push(await ofArm(arm, planned, prices, estimateTokenCount));
    suites.push({ planned, arms, judges: await ofJudges(planned, prices, estimateTokenCount) });
  }
  const all = suites.flatMap(({ arms, judges }) => [...arms, ...judges]);
  const usd = all.reduce<number | null>(
    (sum, one) => (sum === null || one.usd === null ? null : sum + one.usd),
    0,
  );
  return { suites, calls: all.reduce((sum, { calls }) => sum + calls, 0), usd };
}

/** The words of a judge's prompt and its reply are taken to be so long, in tokens. */
const judgePrompt = 500;
const judgeReply = 150;

/** Samples that decide a majority alone; both orders of two outputs are asked. */
const callsOf = ({ judging: { judge }, grader }: JudgedCheck) =>
  (Math.floor(judge.samples / 2) + 1) * (grader.asks?.orders ?? 1);

async function ofJudges(
  { suite, arms, order }: PlannedSuite,
  prices: PriceList,
  countTokens: (text: string) => number,
): Promise<JudgeEstimate[]> {
  if (suite.questions.length === 0) return [];
  const looked = order.slice(0, counted);
  const trials = order.length * suite.repeat * arms.length;
  const scale = trials / Math.max(1, looked.length);
  const sums = new Map<string, { model: Model; calls: number; input: number }>();
  for (const index of looked) {
    const { checks, vars } = await suite.cases.read(index);
    const shown = countTokens(JSON.stringify(vars)) + usualAnswer + judgePrompt;
    for (const check of judgedChecks(checks)) {
      const { name, model } = check.judging.judge;
      const sum = sums.get(name) ?? { model, calls: 0, input: 0 };
      sums.set(name, sum);
      sum.calls += callsOf(check);
      sum.input += callsOf(check) * shown;
    }
  }
  return [...sums].map(([judge, sum]) => {
    const calls = Math.round(sum.calls * scale);
    const [input, output] = [Math.round(sum.input * scale), calls * judgeReply];
    return { judge, calls, input, output, usd: prices.price(sum.model, { input, output }) };
  });
}

async function ofArm(
  arm: Arm,
  { suite, order }: PlannedSuite,
  prices: PriceList,
  countTokens: (text: string) => number,
): Promise<ArmEstimate> {
  const make = toTrial();
  const looked = order.slice(0, counted);
  let tokens = 0;
  for (const index of looked) {
    const { request } = make({ suite, arm, index, repeat: 1 }, await suite.cases.read(index));
    tokens += countTokens(request.messages.map((message) => message.content).join('\n'));
  }
  const calls = order.length * suite.repeat;
  const input = Math.round((tokens / Math.max(1, looked.length)) * calls);
  const longest = arm.prompt?.settings.maxOutputTokens ?? arm.model.settings.maxOutputTokens ?? usualAnswer;
  return {
    arm,
    calls,
    input,
    output: longest * calls,
    usd: prices.price(arm.model, { input, output: longest * calls }),
  };
}
