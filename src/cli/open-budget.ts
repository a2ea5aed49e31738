import type { Allowed } from '../domain/allowed.ts';
import { type Budget, type BudgetEnd, budget } from '../execute/budget.ts';
import type { Clock } from '../flow/clock.ts';
import type { Project } from './open-project.ts';

/** The budget of a run with what it needs to count: prices and a tokenizer, loaded only where dollars are limited. */
export async function openBudget(
  project: Pick<Project, 'prices'>,
  allowed: Allowed,
  clock: Clock,
  onEnd: (end: BudgetEnd) => void,
): Promise<Budget> {
  const isPriced = allowed.usd !== undefined;
  const prices = isPriced ? await project.prices() : undefined;
  const tokens = isPriced ? (await import('tokenx')).estimateTokenCount : () => 0;
  return budget({
    allowed,
    price: (model, usage) => (prices ? prices.price(model, usage) : 0),
    inputTokens: ({ messages }) => messages.reduce((sum, { content }) => sum + tokens(content), 0),
    clock,
    onEnd,
  });
}
