import { Refusal } from '../refusal.ts';
import type { DiffSide } from './diff-side.ts';
import { readBaselineSide } from './read-baseline-side.ts';
import { readRunSide } from './read-run-side.ts';
import type { SidePlace } from './side-place.ts';
import { sideReference } from './side-reference.ts';

/** What a reference means, arm by arm, with the results of each. Throws a `Refusal` when it means nothing, or more than one thing. */
export async function readSide(reference: string, place: SidePlace): Promise<DiffSide> {
  const ref = sideReference(reference);
  const { value, problems: found } =
    ref.kind === 'run' ? await readRunSide(ref, place) : await readBaselineSide(ref, place);
  if (!value) throw new Refusal(found);
  return value;
}
