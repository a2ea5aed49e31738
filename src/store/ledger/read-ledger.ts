import type { Checked } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import { readHoldoutFile } from '../holdout/read-holdout-file.ts';
import { type Ledger, type LedgerLock, parseLedger } from './parse-ledger.ts';

/** Reads the ledger of a holdout (`file` is a path from the root); one that is not there has no looks yet. */
export async function readLedger(root: string, file: string, lock: LedgerLock): Promise<Checked<Ledger>> {
  const read = await readHoldoutFile(root, file);
  if ('problem' in read) return { value: undefined, problems: [read.problem] };
  const text = 'text' in read ? read.text : '';
  if (text === '') return { value: { looks: [], lines: [], last: lock.start }, problems: [] };
  const parsed = parseLedger(text, lock);
  if ('ledger' in parsed) return { value: parsed.ledger, problems: [] };
  const { line, detail, version } = parsed.flaw;
  const problem =
    version === undefined
      ? problems.ledgerBroken({ file, line, detail })
      : problems.newerLedger({ file, version });
  return { value: undefined, problems: [problem] };
}
