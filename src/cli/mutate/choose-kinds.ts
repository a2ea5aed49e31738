import type { ModelMutator, Mutator, TextMutator } from '../../domain/mutator.ts';
import { mutators } from '../../mutators/index.ts';
import { Refusal } from '../refusal.ts';

/** The kinds that are meant: those that change texts by themselves, and those that a model writes. */
export type ChosenKinds = { texts: TextMutator[]; models: ModelMutator[] };

const isText = (one: Mutator): one is TextMutator => 'mutate' in one;

/** What may be graded without anybody looking at it, whatever the prompt is for. */
const isUsual = ({ keeps }: Mutator) => keeps === 'label' || keeps === 'must-not-leak';

/**
 * The kinds by their names, in the order of the shelf; `all` are all that need no model. Where none is named: those that
 * keep the label, and those that must not leak. Throws a `Refusal` that names every unknown one.
 */
export function chooseKinds(names: readonly string[] | undefined): ChosenKinds {
  const unknown = (names ?? []).filter((name) => name !== 'all' && !mutators.has(name));
  if (unknown.length > 0) throw new Refusal(unknown.map((name) => mutators.unknown(name)));
  const chosen = mutators.all().filter((one) => {
    if (names === undefined) return isText(one) && isUsual(one);
    return names.includes(one.name) || (names.includes('all') && isText(one));
  });
  return {
    texts: chosen.filter(isText),
    models: chosen.filter((one): one is ModelMutator => !isText(one)),
  };
}
