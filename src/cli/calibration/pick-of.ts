import type { Label } from '../../domain/label.ts';
import type { LabelGroup } from './label-group.ts';

/**
 * How an output came to be labelled: at random where somebody drew it so, whoever picked it beside that. Undefined where
 * nobody says it.
 */
export function pickOf({ lines }: Pick<LabelGroup, 'lines'>): Label['pick'] {
  const picks = lines.map(({ label }) => label.pick);
  return picks.includes('random') ? 'random' : picks.includes(undefined) ? undefined : picks[0];
}
