import type { TextMutator } from '../../domain/mutator.ts';
import { problems } from '../../domain/problems.ts';
import type { Suite } from '../../domain/suite.ts';
import { promptSecrets } from '../../mutators/prompt-secrets.ts';
import { Refusal } from '../refusal.ts';
import type { MutateOptions } from './parse-mutate-options.ts';

/** The kinds that can be made, what must not come out, and the kinds that are left out as that is not known. */
export type WithSecrets = { kinds: TextMutator[]; secrets: string[]; withoutSecret: string[] };

/**
 * What must not come out is said by `--secret`, else it is in the prompts of the suite. Where neither says anything, the
 * kinds that need it are left out. Throws a `Refusal` when one of those was asked for by name.
 */
export function withSecrets(
  kinds: readonly TextMutator[],
  { name, prompts }: Pick<Suite, 'name' | 'prompts'>,
  options: Pick<MutateOptions, 'kinds' | 'secrets'>,
): WithSecrets {
  const secrets = options.secrets.length > 0 ? options.secrets : promptSecrets(prompts);
  const needing = kinds.filter(({ keeps }) => keeps === 'must-not-leak').map((one) => one.name);
  if (secrets.length > 0 || needing.length === 0) return { kinds: [...kinds], secrets, withoutSecret: [] };
  const named = needing.filter((kind) => options.kinds?.includes(kind));
  if (named.length > 0)
    throw new Refusal(named.map((kind) => problems.mutateNoSecret({ suite: name, kind })));
  return {
    kinds: kinds.filter(({ keeps }) => keeps !== 'must-not-leak'),
    secrets,
    withoutSecret: needing,
  };
}
