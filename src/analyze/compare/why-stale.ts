import type { Comparison } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import type { ComparedSide } from './compared-side.ts';

/** Changes of what is asked, and not of who answers or how often. */
const asked = (inputs: Comparison['inputs']) =>
  inputs.filter(({ what }) => what !== 'served' && what !== 'repeat');

function byCanary({ canary }: Pick<Comparison, 'canary'>): string | undefined {
  if (!canary?.moved) return undefined;
  const { pairs, losses, gains, p } = canary;
  return `The provider moved since the baseline was accepted: of ${count(pairs, 'case')} that it was asked again, ${losses} newly fail and ${gains} newly pass (exact McNemar p ${pValue(p)}).`;
}

/**
 * Why it is the provider that moved since a baseline was accepted: the baseline, asked again, answers otherwise; or it
 * got worse over the network although nothing that is asked differs. Undefined where neither is so.
 */
export function whyStale(
  { verdict, inputs, canary }: Pick<Comparison, 'verdict' | 'inputs' | 'canary'>,
  { baseline, candidate }: { baseline: ComparedSide; candidate: ComparedSide },
): string | undefined {
  if (baseline.accepted === undefined) return undefined;
  const moved = byCanary({ canary });
  if (moved !== undefined) return moved;
  const { isDistant, deterministic } = candidate.results.arm;
  if (verdict !== 'FAIL' || !isDistant || deterministic || asked(inputs).length > 0) return undefined;
  return 'The answers got worse, but prompt, model, settings, graders and files are those of the baseline: the provider moved since it was accepted.';
}
