import { casePlaces } from '../../analyze/leaks/case-places.ts';
import { findLeaks } from '../../analyze/leaks/find-leaks.ts';
import type { Case } from '../../domain/case.ts';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { Sealed } from '../../domain/holdout.ts';
import { problems } from '../../domain/problems.ts';
import { addBatch } from '../../store/holdout/add-batch.ts';
import { count } from '../../text/count.ts';
import { givenCases } from '../holdout/given-cases.ts';
import { heldFingerprints } from '../holdout/held-fingerprints.ts';
import { keepLock } from '../holdout/keep-lock.ts';
import { loadHeld } from '../holdout/load-held.ts';
import { oneHoldout } from '../holdout/one-holdout.ts';
import { refuseState } from '../holdout/refuse-state.ts';
import { review } from '../holdout/review.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** `evals holdout add`: seals more cases beside those that are sealed already. Takes no secret key, and writes no plain text. */
export async function addToHoldout(input: CommandInput, world: World): Promise<ExitCode> {
  const chosen = await oneHoldout(input, world);
  const seen = await review(chosen);
  const { suite, files } = chosen;
  if (!('messages' in seen) || seen.state !== 'sealed') throw refuseState('add', seen, suite);
  const { content, text } = await givenCases(input, world);
  const held = await loadHeld(chosen, text);
  const own = await loadHeld(chosen);
  const sealed = seen.lock.sealed!;
  refuseCopies(held.cases, sealed, files.sealed);
  const fingerprints = heldFingerprints(held.cases, own.cases, sealed.key);
  const { lock, text: grown } = await addBatch({ ...seen, sealed }, content.cases, fingerprints);
  const changed = { file: files.sealed, text: grown };
  await keepLock(chosen, { lock, happened: { what: 'added' }, changed }, world);
  const added = content.cases.length;
  world.out.write(
    `${count(added, 'case')} added to ${files.sealed}, which has ${lock.cases} now. Looks that were spent stay spent: what was measured before was another set.\nCommit ${files.sealed} and ${files.lock}.\n`,
  );
  return exitCode.done;
}

/** A case that is in the set already would count twice. */
function refuseCopies(
  cases: readonly Case[],
  { fingerprints, key }: Pick<Sealed, 'fingerprints' | 'key'>,
  file: string,
): void {
  const leaks = findLeaks({ fingerprints, key }, cases.flatMap(casePlaces));
  const ids = [...new Set(leaks.filter(({ kind }) => kind === 'exact').map(({ place }) => place))];
  if (ids.length > 0) throw new Refusal([problems.holdoutCopies({ file, ids })]);
}
