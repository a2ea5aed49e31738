import type { ModelMutator, Mutator, TextMutator } from '../../domain/mutator.ts';
import { problems } from '../../domain/problems.ts';
import { mutators } from '../../mutators/index.ts';
import { Refusal } from '../refusal.ts';
import type { MutateOptions } from './parse-mutate-options.ts';

/** The kinds that are meant: those that change texts by themselves, and those that a model writes. */
export type ChosenKinds = { texts: TextMutator[]; models: ModelMutator[] };

const isText = (one: Mutator): one is TextMutator => 'mutate' in one;
const isModel = (one: Mutator): one is ModelMutator => !isText(one);

/** What may be graded without anybody looking at it, whatever the prompt is for. */
const isUsual = ({ keeps }: Mutator) => keeps === 'label' || keeps === 'must-not-leak';

/**
 * The kinds by their names, in the order of the shelf; `all` are all that need no model. Where none is named: those that
 * keep the label and those that must not leak; with a model, those that it writes. Throws a `Refusal` where a kind is
 * unknown, or has not what it needs.
 */
export function chooseKinds({
  kinds: names,
  model,
  languages,
}: Pick<MutateOptions, 'kinds' | 'model' | 'languages'>): ChosenKinds {
  const unknown = (names ?? []).filter((name) => name !== 'all' && !mutators.has(name));
  if (unknown.length > 0) throw new Refusal(unknown.map((name) => mutators.unknown(name)));
  const isMeant = (one: Mutator) => {
    if (names) return names.includes(one.name) || (names.includes('all') && isText(one));
    if (model === undefined) return isText(one) && isUsual(one);
    return isModel(one) && (one.name !== 'translation' || languages.length > 0);
  };
  const chosen = mutators.all().filter(isMeant);
  const models = chosen.filter(isModel);
  refuse(models, { model, languages });
  return { texts: chosen.filter(isText), models };
}

function refuse(
  models: readonly ModelMutator[],
  { model, languages }: Pick<MutateOptions, 'model' | 'languages'>,
): void {
  const names = models.map(({ name }) => name);
  if (models.length > 0 && model === undefined)
    throw new Refusal([problems.mutateNeedsModel({ kinds: names })]);
  const wrong: string[] = [];
  if (names.includes('translation') && languages.length === 0)
    wrong.push('translation needs the languages: --languages de,es');
  if (!names.includes('translation') && languages.length > 0)
    wrong.push('--languages goes with --model and the kind translation');
  if (names.length === 0 && model !== undefined)
    wrong.push('--model writes the kinds paraphrase and translation, and --kinds names none of them');
  if (wrong.length > 0) throw new Refusal(wrong.map((detail) => problems.badFlag({ detail })));
}
