import { candidateDigest } from '../../analyze/looks/candidate-digest.ts';
import { needsBefore } from '../../domain/needs-before.ts';
import { problems } from '../../domain/problems.ts';
import type { RunArm } from '../../domain/run.ts';
import type { Suite } from '../../domain/suite.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { sha256 } from '../../text/sha256.ts';
import { Refusal } from '../refusal.ts';

/**
 * SHA-256 (hex) of what a candidate is held against on a holdout: the arms of the baseline, and the cases as they are put
 * and graded. Reads all cases. Throws a `Refusal` where a case can be graded only beside an answer of the baseline's run.
 */
export async function againstDigest({ name, cases }: Suite, baseline: readonly RunArm[]): Promise<string> {
  const digests: string[] = [];
  for (let index = 0; index < cases.count; index++) {
    const { id, digest, gradersDigest, checks } = await cases.read(index);
    if (needsBefore(checks)) throw new Refusal([problems.lookPairwise({ suite: name })]);
    digests.push(`${id}\n${digest}\n${gradersDigest}`);
  }
  return sha256(canonicalJson([candidateDigest(baseline), digests.sort()]));
}
