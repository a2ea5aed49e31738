import type { AuditCell } from '../../domain/audit.ts';

/** What a judge said of the first answer to a case. */
export type JudgedAnswer = {
  /** The id of the item that a person would label. */
  item: string;
  passed: boolean;
  /** Of judge, prompt and question. */
  digest: string;
  /** Of the case as it was. */
  caseDigest: string;
};

/** A case on which both sides have a verdict of the same judge to the same question. */
export type AuditPair = { case: string; cell: AuditCell; before: string; after: string };

function cellOf(was: JudgedAnswer, is: JudgedAnswer): AuditCell {
  if (was.item === is.item) return 'same';
  if (was.passed) return is.passed ? 'both' : 'lost';
  return is.passed ? 'gained' : 'neither';
}

/**
 * Pairs the baseline's answers with the candidate's, case by case; in the order of their ids. `leftOut` counts cases of
 * either side without a pair.
 */
export function auditPairs(
  baseline: ReadonlyMap<string, JudgedAnswer>,
  candidate: ReadonlyMap<string, JudgedAnswer>,
): { pairs: AuditPair[]; leftOut: number } {
  const ids = [...new Set([...baseline.keys(), ...candidate.keys()])].sort();
  const pairs = ids.flatMap((id): AuditPair[] => {
    const [was, is] = [baseline.get(id), candidate.get(id)];
    if (!was || !is || was.digest !== is.digest || was.caseDigest !== is.caseDigest) return [];
    return [{ case: id, cell: cellOf(was, is), before: was.item, after: is.item }];
  });
  return { pairs, leftOut: ids.length - pairs.length };
}
