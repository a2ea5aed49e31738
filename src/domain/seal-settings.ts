import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';
import type { SealSettings } from './holdout.ts';
import type { Suite } from './suite.ts';

/** What of a suite may not change while its holdout is sealed, as it is today. */
export function sealSettings(
  { gate, gradersDigest, questions }: Pick<Suite, 'gate' | 'gradersDigest' | 'questions'>,
  budget: Pick<SealSettings, 'looks' | 'promotions'>,
): SealSettings {
  return {
    margin: gate.margin ?? null,
    confidence: gate.confidence,
    gradersDigest: gradersDigest ?? '',
    gateDigest: sha256(canonicalJson(gate), 16),
    judges: [...new Set(questions.map(({ digest }) => digest))].sort(),
    ...budget,
  };
}
