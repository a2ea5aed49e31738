import type { Comparison } from '../../domain/comparison.ts';
import { count } from '../../text/count.ts';
import { pValue } from '../../text/p-value.ts';
import { thousands } from '../../text/thousands.ts';
import { moved } from './moved.ts';
import { type Note, unpairedNotes } from './unpaired-notes.ts';

function missing({ missing: open }: Comparison): Note[] {
  if (!open) return [];
  const { cases, worst, best } = open;
  const none = `${count(cases, 'case')} ${cases === 1 ? 'has' : 'have'} no verdict`;
  if (worst === best) return [{ text: `${none}; however they came out, it is ${worst}`, isGrave: false }];
  return [{ text: `${none}: at worst it is ${worst}, at best ${best}`, isGrave: true }];
}

function stopped({ stopped: end }: Comparison): Note[] {
  if (!end) return [];
  const why = end.by === 'curtailment' ? 'the rest could not change the verdict' : 'the evidence was enough';
  const text = `ended early, after ${thousands(end.after)} of ${count(end.of, 'case')}: ${why}`;
  return [{ text, isGrave: false }];
}

/** Few cases are asked again: that they do not show a move is no proof that there is none. */
function canary(comparison: Comparison): Note[] {
  const { canary: sample } = comparison;
  if (!sample) return [];
  const { pairs, p, moved: hasMoved } = sample;
  const what = moved(sample, comparison) || 'none came out otherwise';
  const seen = `${count(pairs, 'case')} of the baseline asked again: ${what} (p ${pValue(p)})`;
  if (!hasMoved) return [{ text: `${seen}; this does not show that the provider moved`, isGrave: false }];
  return [{ text: `The provider moved since the baseline was accepted. ${seen}.`, isGrave: true }];
}

/** What a reader has to know beside the sentence, the grave first. */
export function comparisonNotes(comparison: Comparison): Note[] {
  const all = [
    ...canary(comparison),
    ...missing(comparison),
    ...unpairedNotes(comparison),
    ...stopped(comparison),
  ];
  return [...all.filter((note) => note.isGrave), ...all.filter((note) => !note.isGrave)];
}
