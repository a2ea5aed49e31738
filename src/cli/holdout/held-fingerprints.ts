import { fingerprintsOf } from '../../analyze/leaks/fingerprints-of.ts';
import { leakTexts } from '../../analyze/leaks/leak-texts.ts';
import type { Case } from '../../domain/case.ts';
import type { Fingerprints } from '../../domain/fingerprints.ts';

/** The fingerprints of cases of a holdout under the key of its set; `own` are the suite's other cases, which may share a text with them. */
export function heldFingerprints(held: readonly Case[], own: readonly Case[], key: string): Fingerprints {
  return fingerprintsOf(leakTexts(held, own), key);
}
