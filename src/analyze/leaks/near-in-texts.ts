import { isProse } from '../../text/is-prose.ts';
import { normalized } from '../../text/normalized.ts';
import { overlapIndex } from '../../text/overlap-index.ts';
import { shingles } from '../../text/shingles.ts';
import type { LeakText } from './leak.ts';
import { leakRules } from './leak-rules.ts';
import type { NearFinder } from './near-finder.ts';

/** Finds every text whose Jaccard index is high enough. Answers, codes and names are near to nothing: they are the same or others. */
export function nearInTexts(texts: readonly LeakText[]): NearFinder {
  const index = overlapIndex();
  const sizes: number[] = [];
  for (const { text, isAnswer } of texts) {
    const set = isAnswer || !isProse(text) ? new Uint32Array() : shingles(normalized(text));
    index.add(set);
    sizes.push(set.length);
  }
  return (even, visit) => {
    const set = shingles(even);
    index.overlaps(set, (text, common) => {
      const likeness = common / (set.length + sizes[text]! - common);
      if (likeness >= leakRules.near) visit(text, likeness);
    });
  };
}
