import { canonicalJson } from '../text/canonical-json.ts';
import { sha256 } from '../text/sha256.ts';
import type { Label } from './label.ts';

/** Of what is labelled: an output that two arms or repeats gave alike is one item, whoever labels it. */
export function labelId({
  suite,
  check,
  case: id,
  output,
  before,
}: Pick<Label, 'suite' | 'check' | 'case' | 'output' | 'before'>): string {
  return sha256(canonicalJson({ suite, check, case: id, output, before }), 16);
}
