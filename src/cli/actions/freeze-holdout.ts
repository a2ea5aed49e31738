import { randomUUID } from 'node:crypto';
import type { CommandInput } from '../../domain/command.ts';
import { type ExitCode, exitCode } from '../../domain/exit-code.ts';
import type { HoldoutLock } from '../../domain/holdout.ts';
import { holdoutLeaves } from '../../domain/holdout-leaves.ts';
import { withCanary } from '../../load/with-canary.ts';
import type { PlainHoldout } from '../../store/holdout/review-holdout.ts';
import { count } from '../../text/count.ts';
import { sha256 } from '../../text/sha256.ts';
import { keepLock } from '../holdout/keep-lock.ts';
import { loadHeld } from '../holdout/load-held.ts';
import { oneHoldout } from '../holdout/one-holdout.ts';
import { refuseSeen } from '../holdout/refuse-seen.ts';
import { refuseState } from '../holdout/refuse-state.ts';
import { review } from '../holdout/review.ts';
import type { World } from '../world.ts';

/** `evals holdout freeze`: from now on an edit of the holdout is an error. */
export async function freezeHoldout(input: CommandInput, world: World): Promise<ExitCode> {
  const chosen = await oneHoldout(input, world);
  const seen = await review(chosen);
  const { suite, files } = chosen;
  if ('messages' in seen) throw refuseState('freeze', seen, suite);
  if (seen.state === 'frozen') {
    world.out.write(`${files.plain} is frozen already, and as it was.\n`);
    return exitCode.done;
  }
  const { canary, text } = marked(seen);
  const { cases } = await loadHeld(chosen, { text: seen.text, file: files.plain, isSecret: false });
  refuseSeen(seen.lock, cases, files);
  const lock = toLock(suite, canary, seen);
  const changed = text === seen.text ? undefined : { file: files.plain, text };
  await keepLock(chosen, { lock, happened: { what: 'frozen' }, ...(changed ? { changed } : {}) }, world);
  world.out.write(
    `${count(lock.cases, 'case')} of ${suite} frozen in ${files.plain}.\nCommit it with ${files.lock}: from now on an edit is an error until "evals holdout thaw ${suite} --reason …" says why.\n`,
  );
  return exitCode.done;
}

/** The file with a canary, which it may have already. */
function marked({ text, content }: PlainHoldout): { canary: string; text: string } {
  if (content.canary !== undefined) return { canary: content.canary, text };
  const canary = randomUUID();
  return { canary, text: withCanary(text, canary) };
}

function toLock(suite: string, canary: string, { content, lock: before }: PlainHoldout): HoldoutLock {
  const leaves = holdoutLeaves.frozen(content.cases);
  return {
    schemaVersion: 1,
    suite,
    kind: 'frozen',
    cases: content.cases.length,
    root: holdoutLeaves.root(leaves),
    leaves,
    canary: sha256(canary),
    records: before?.records ?? [],
  };
}
