import type { Comparison } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import { thousands } from '../../text/thousands.ts';
import { moved } from './moved.ts';
import { recountedNotes } from './recounted-notes.ts';
import { regradedNotes } from './regraded-notes.ts';
import { robustNotes } from './robust-notes.ts';
import { type Note, unpairedNotes } from './unpaired-notes.ts';

function missing({ missing: open }: Comparison): Note[] {
  if (!open) return [];
  const { cases, worst, best } = open;
  const none = `${count(cases, 'case')} ${cases === 1 ? 'has' : 'have'} no verdict`;
  if (worst === best)
    return [{ text: `${none}; however they came out, it is ${worst}`, isGrave: false, isRuled: true }];
  return [{ text: `${none}: at worst it is ${worst}, at best ${best}`, isGrave: true, isRuled: true }];
}

function stopped({ stopped: end }: Comparison): Note[] {
  if (!end) return [];
  const why = end.by === 'curtailment' ? 'the rest could not change the verdict' : 'the evidence was enough';
  const text = `ended early, after ${thousands(end.after)} of ${count(end.of, 'case')}: ${why}`;
  return [{ text, isGrave: false, isRuled: false }];
}

/** Few cases are asked again: that they do not show a move is no proof that there is none. */
function canary(comparison: Comparison): Note[] {
  const { canary: sample, stale } = comparison;
  if (!sample || stale !== undefined) return [];
  const what = moved(sample, comparison) || 'none came out otherwise';
  const seen = `${count(sample.pairs, 'case')} of the baseline asked again: ${what} (p ${pValue(sample.p)})`;
  const text = sample.moved ? seen : `${seen}; this does not show that the provider moved`;
  return [{ text, isGrave: sample.moved, isRuled: false }];
}

/** What a reader has to know beside the sentence, the grave first; beside a gate only what its rulings do not tell. */
export function comparisonNotes(comparison: Comparison, hasGate: boolean): Note[] {
  const notes = [
    ...canary(comparison),
    ...missing(comparison),
    ...unpairedNotes(comparison),
    ...regradedNotes(comparison),
    ...recountedNotes(comparison),
    ...robustNotes(comparison),
    ...stopped(comparison),
  ];
  // A stale baseline has one ruling, and that tells nothing else.
  const all = hasGate && comparison.stale === undefined ? notes.filter((note) => !note.isRuled) : notes;
  return [...all.filter((note) => note.isGrave), ...all.filter((note) => !note.isGrave)];
}
