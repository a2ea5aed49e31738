import type { Run } from '../../domain/run.ts';
import { JournalError } from '../../store/journal-error.ts';
import { type GrowingEvidence, readEvidence } from '../../store/read-evidence.ts';
import { Refusal } from '../refusal.ts';

/** What a run on disk is held against. What is wrong with its files is the user's to mend: throws a `Refusal`. */
export async function storedEvidence(root: string, run: Run): Promise<GrowingEvidence> {
  try {
    return await readEvidence(root, run);
  } catch (error) {
    throw error instanceof JournalError ? new Refusal([error.problem]) : error;
  }
}
