import type { CommandInput } from '../../domain/command.ts';
import { problems } from '../../domain/problems.ts';
import { Refusal } from '../refusal.ts';

/** Which part of the cases, and which draw. */
export type SplitOptions = { share: number; seed: number };

/** What the flags of `evals holdout split` say. Throws `Refusal`. */
export function toSplit({ options }: CommandInput): SplitOptions {
  const share = Number(options.share);
  const seed = Number(options.seed ?? 1);
  const wrong = [
    ...(share > 0 && share < 1
      ? []
      : [`--share needs a part of the cases between 0 and 1, as 0.3, not "${String(options.share ?? '')}"`]),
    ...(Number.isSafeInteger(seed) && seed >= 0
      ? []
      : [`--seed needs a whole number, not "${String(options.seed)}"`]),
  ];
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
  return { share, seed };
}
