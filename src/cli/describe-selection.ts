import type { Json } from '../domain/json.ts';
import type { ParsedSelection } from './parse-selection.ts';

/** The flags that narrow the cases, as they are kept in the run's header; empty for a whole run. */
export function describeSelection(selection: ParsedSelection): Record<string, Json> {
  const { cases, tags, notTags, adversarial, sample, earlier } = selection;
  const all = { case: cases, tag: tags, notTag: notTags, adversarial, sample, earlier };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    Json
  >;
}
