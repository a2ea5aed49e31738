import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { type ChosenHoldout, chooseHoldouts } from './choose-holdouts.ts';

/** The holdout of the one suite that a command names. Throws `Refusal`. */
export async function oneHoldout(input: CommandInput, world: World): Promise<ChosenHoldout> {
  const [first, ...others] = await chooseHoldouts([String(input.arguments.suite)], world);
  if (others.length === 0) return first!;
  const names = [first!, ...others].map(({ suite }) => suite);
  throw new Refusal([problems.badFlag({ detail: `one suite at a time, not ${names.join(', ')}` })]);
}
