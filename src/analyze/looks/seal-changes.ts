import type { SealSettings } from '../../domain/holdout.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

const points = (margin: number | null) => (margin === null ? 'none' : `${margin}`);

/** What of a suite is not as it was sealed with, a clause each; empty where all is. */
export function sealChanges(before: SealSettings, now: SealSettings): string[] {
  const isRated = before.margin === now.margin && before.confidence === now.confidence;
  return [
    ...(before.margin === now.margin
      ? []
      : [`its margin: ${points(before.margin)}, now ${points(now.margin)}`]),
    ...(before.confidence === now.confidence
      ? []
      : [`its confidence: ${before.confidence}, now ${now.confidence}`]),
    ...(isRated && before.gateDigest !== now.gateDigest ? ['its gate'] : []),
    ...(before.gradersDigest === now.gradersDigest ? [] : ['its graders']),
    ...(canonicalJson(before.judges) === canonicalJson(now.judges)
      ? []
      : ['a judge, its prompt or its question']),
  ];
}
