import type { TextMutator } from '../../src/domain/mutator.ts';
import { seeded } from '../../src/flow/seeded.ts';
import { mutators } from '../../src/mutators/index.ts';
import { protectedPieces } from '../../src/text/protected-pieces.ts';

/** The kinds that need no model. */
export const textMutators = mutators.all().filter((one): one is TextMutator => 'mutate' in one);

/** A text mutated as the command does it, by a seed. */
export function mutateText(
  kind: string | TextMutator,
  text: string,
  { seed = 1, protect = [], attack }: { seed?: number; protect?: string[]; attack?: string } = {},
): string | undefined {
  const mutator = typeof kind === 'string' ? textMutators.find(({ name }) => name === kind)! : kind;
  return mutator.mutate(text, { random: seeded(seed), pieces: protectedPieces(text, protect), attack });
}
