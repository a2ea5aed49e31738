import type { CassetteLabel } from '../../domain/cassette.ts';
import { describeSelection } from '../describe-selection.ts';
import type { ParsedSelection } from '../parse-selection.ts';

/** What a recording has asked. */
export type Scope = {
  selection: ParsedSelection;
  /** Of the suites that were planned. */
  suites: ReadonlySet<string>;
  /** All that was planned was asked, in this run. */
  isWhole: boolean;
};

/**
 * Which earlier entries of a cassette a recording leaves in it; undefined when none. A run of everything replaces the
 * file, one of whole suites replaces these suites, and one of chosen cases, models or prompts, or one that was cut off,
 * takes nothing away: it only renews the answers that it has asked for.
 */
export function whatStays({
  selection,
  suites,
  isWhole,
}: Scope): ((label: CassetteLabel) => boolean) | undefined {
  const { models, prompts, judge, repeat } = selection;
  const isNarrowed =
    Object.keys(describeSelection(selection)).length > 0 ||
    [models, prompts, judge, repeat].some((chosen) => chosen !== undefined);
  if (isNarrowed || !isWhole) return () => true;
  return selection.suites.length > 0 ? ({ suite }) => !suites.has(suite) : undefined;
}
