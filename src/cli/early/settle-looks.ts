import { problems } from '../../domain/problems.ts';
import type { GrowingEvidence } from '../../store/read-evidence.ts';
import { writeStopped } from '../../store/write-stopped.ts';
import { messageOf } from '../../text/message-of.ts';
import { toSentences } from '../to-sentences.ts';
import type { Looks } from './looks.ts';

type Around = { root: string; id: string; say(line: string): void; redact(text: string): string };

/**
 * Puts what the looks came to into the evidence, and into the run's folder, from which the verdict has to come out the
 * same. Gives back whether the disk took it; where it did not, that is said.
 */
export async function settleLooks(
  looks: Looks,
  evidence: GrowingEvidence,
  { root, id, say, redact }: Around,
): Promise<boolean> {
  evidence.stopped = looks.end();
  try {
    await writeStopped(root, id, evidence.stopped);
    return true;
  } catch (error) {
    say(toSentences(problems.stopNotWritten({ detail: redact(messageOf(error)), id })));
    return false;
  }
}
