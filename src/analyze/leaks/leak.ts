import type { Fingerprints } from '../../domain/fingerprints.ts';

/** A text of a holdout: an input of a case, or its reference answer. */
export type LeakText = { text: string; isAnswer?: true | undefined /** The case's id. */; of?: string };

/** What must not be known outside: in plain text, or as fingerprints with the key that they were made under. */
export type Hidden = { texts: readonly LeakText[] } | { fingerprints: Fingerprints; key: string };

/** A text outside of the holdout that may hold some of it. */
export type LeakPlace = {
  /** A path, or a case's id. */
  name: string;
  text: string;
  /** The line of the file where the text begins; 1 unless said. */
  line?: number;
  /** It is an input of another case: compared as a whole. Any other text may hold copies anywhere. */
  isCase?: boolean;
};

/**
 * `exact`: a whole text, white space, case and compatibility forms aside. `near`: its Jaccard index of 5-character
 * shingles is 0.5 or more (0.8: a duplicate). `contained`: 13 of its words in a row, half of its 8-word shingles, or all
 * words of a short one.
 */
export type LeakKind = 'exact' | 'near' | 'contained';

/** A text of the holdout that stands at a place. */
export type Leak = {
  place: string;
  /** In the file of the place, from 1. */
  line: number;
  kind: LeakKind;
  /** Where the text stands in the list that was handed in. */
  text: number;
  /** The case's id, where the texts are known. */
  of?: string | undefined;
  isAnswer?: true | undefined;
  /** The Jaccard index of a near copy, 0.5..1; from fingerprints an estimate. */
  likeness?: number;
};
