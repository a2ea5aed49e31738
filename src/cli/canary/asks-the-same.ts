import type { RunArm } from '../../domain/run.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/** All that decides who answers what, but for the name and the address: a server may have moved house. */
const asked = ({ promptDigest, provider, modelId, settings, options, fallback, files }: RunArm) =>
  canonicalJson({ promptDigest, provider, modelId, settings, options, fallback, files });

/** Whether two arms put the same question to the same model: then the one says how the other would answer today. */
export const asksTheSame = (one: RunArm, other: RunArm): boolean => asked(one) === asked(other);
