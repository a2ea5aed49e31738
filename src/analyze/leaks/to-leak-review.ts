import type { Leak } from './leak.ts';
import { leakRules } from './leak-rules.ts';

/** What was found of a holdout in what anyone can see. */
export type LeakReview = {
  suite: string;
  /** Path of the suite file, which has the cases among which copies were found. */
  suiteFile: string;
  /** In the suite's other cases (`place` is an id), and in files. Ids of holdout cases only where they are no secret. */
  ofCases: Leak[];
  ofFiles: Leak[];
  /** So many of the holdout's cases have a copy; of its texts, where only fingerprints are known. */
  contaminated: number;
  of: number;
  unit: 'case' | 'text';
  /** Too much of it is known for anything to be measured with it. */
  isSpoilt: boolean;
};

/** Above this share of cases a holdout measures nothing any more. */
const most = 0.01;

/** Judges what was found: what is only alike is told, and counts for nothing. */
export function toLeakReview({
  isSecret,
  ...found
}: Omit<LeakReview, 'contaminated' | 'isSpoilt'> & { isSecret: boolean }): LeakReview {
  const { ofCases, ofFiles, of } = found;
  const copies = [...ofCases, ...ofFiles].filter(isCopy);
  const contaminated = new Set(copies.map((leak) => leak.of ?? leak.text)).size;
  const inPrompt = ofFiles.some((leak) => isVerbatim(leak) && leak.place.startsWith('prompts/'));
  const silent = ({ of: _, ...leak }: Leak): Leak => leak;
  return {
    ...found,
    ...(isSecret ? { ofCases: ofCases.map(silent), ofFiles: ofFiles.map(silent) } : {}),
    contaminated,
    isSpoilt: inPrompt || contaminated / of > most,
  };
}

const isVerbatim = ({ kind }: Leak) => kind !== 'near';
const isCopy = (leak: Leak) => isVerbatim(leak) || (leak.likeness ?? 0) >= leakRules.duplicate;
