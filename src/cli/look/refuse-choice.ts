import { problems } from '../../domain/problems.ts';
import type { ParsedSelection } from '../parse-selection.ts';
import { Refusal } from '../refusal.ts';

const choosing = ['cases', 'tags', 'notTags', 'adversarial', 'only', 'sample', 'earlier', 'repeat'] as const;

/** Nobody chooses among the cases of a holdout, or how often they are asked. Throws `Refusal`. */
export function refuseChoice(selection: ParsedSelection): void {
  const chosen = choosing.filter((name) => selection[name] !== undefined);
  if (chosen.length === 0) return;
  const detail = `a holdout is of all of its cases, asked once: ${chosen.join(', ')} cannot stand beside it`;
  throw new Refusal([problems.badFlag({ detail })]);
}
