import type { Allowed } from '../domain/allowed.ts';
import { problems } from '../domain/problems.ts';
import { modelsOf } from '../plan/models-of.ts';
import type { Project } from './open-project.ts';
import { Refusal } from './refusal.ts';

/** A budget of dollars means nothing for a model whose price nobody knows. Throws a `Refusal` that names each. */
export async function checkBudget({ plan, prices }: Project, { usd }: Allowed): Promise<void> {
  if (usd === undefined) return;
  const { price } = await prices();
  const unknown = modelsOf(plan).filter((model) => price(model, { input: 1000, output: 1000 }) === null);
  if (unknown.length > 0)
    throw new Refusal(unknown.map(({ name }) => problems.unknownPrice({ model: name })));
}
