import { canonicalJson } from '../text/canonical-json.ts';
import type { RunArm } from './run.ts';

/** All of an arm that decides who answers what, as a text, but for its name and the address: a server may have moved house. */
export const askedOf = ({
  promptDigest,
  provider,
  modelId,
  settings,
  options,
  fallback,
  files,
}: RunArm): string => canonicalJson({ promptDigest, provider, modelId, settings, options, fallback, files });
