import type { Allowed } from '../domain/allowed.ts';
import { type Budget, type BudgetEnd, budget, type Used } from '../execute/budget.ts';
import type { Clock } from '../flow/clock.ts';
import type { Project } from './open-project.ts';

/**
 * The budget of a run with its prices, loaded only where dollars are limited. Tokens are told by the length of the texts
 * alone: the first answers correct that by what the server has counted, and a tokenizer would cost a tenth of the CPU.
 */
export async function openBudget(
  project: Pick<Project, 'prices'>,
  allowed: Allowed,
  clock: Clock,
  onEnd: (end: BudgetEnd) => void,
  used?: Used,
): Promise<Budget> {
  const prices = allowed.usd === undefined ? undefined : await project.prices();
  return budget({
    allowed,
    used,
    price: (model, usage) => (prices ? prices.price(model, usage) : 0),
    inputTokens: ({ messages }) => messages.reduce((sum, { content }) => sum + content.length, 0) / 4,
    clock,
    onEnd,
  });
}
