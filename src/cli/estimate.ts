import type { Arm } from '../domain/arm.ts';
import type { PlannedSuite } from '../plan/plan.ts';
import { toTrial } from '../plan/to-trial.ts';
import type { PriceList } from '../providers/price-list.ts';
import type { Project } from './open-project.ts';

/** What one arm of a suite would take: calls, tokens, US dollars (null when a price is unknown). */
export type ArmEstimate = { arm: Arm; calls: number; input: number; output: number; usd: number | null };

/** What a run would take. The dollars are an upper estimate, and null when a price is missing. */
export type Estimate = {
  suites: { planned: PlannedSuite; arms: ArmEstimate[] }[];
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
    suites.push({ planned, arms });
  }
  const all = suites.flatMap(({ arms }) => arms);
  const usd = all.reduce<number | null>(
    (sum, one) => (sum === null || one.usd === null ? null : sum + one.usd),
    0,
  );
  return { suites, calls: plan.total, usd };
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
