import type { Case } from '../domain/case.ts';
import { toGlob } from '../text/to-glob.ts';

/** What narrows the cases of a run; an empty one keeps all. */
export type Selection = {
  /** Patterns of case ids: any of them has to fit. */
  cases?: string[];
  /** Tags: any of them has to be there. */
  tags?: string[];
  notTags?: string[];
  /** true keeps adversarial cases only; a list keeps those kinds. */
  adversarial?: true | string[];
  /** Ids by suite, from an earlier run. */
  only?: ReadonlyMap<string, ReadonlySet<string>>;
};

/** A test for the cases of one suite. */
export function select(selection: Selection, suite: string): (one: Case) => boolean {
  // Ids are composed (NFC); a terminal may hand over decomposed letters.
  const globs = selection.cases?.map((pattern) => toGlob(pattern.normalize('NFC')));
  const only = selection.only && (selection.only.get(suite) ?? new Set<string>());
  return (one) => {
    if (only && !only.has(one.id)) return false;
    if (globs && !globs.some((fits) => fits(one.id))) return false;
    if (selection.tags && !selection.tags.some((tag) => one.tags.includes(tag))) return false;
    if (selection.notTags?.some((tag) => one.tags.includes(tag))) return false;
    if (selection.adversarial === undefined) return true;
    if (one.adversarial === undefined) return false;
    return selection.adversarial === true || selection.adversarial.includes(one.adversarial);
  };
}
