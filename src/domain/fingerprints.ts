/**
 * What is kept of a text so that copies of it can be told without it. A mark is a keyed hash of 48 bits in 8 signs of
 * base64url. What is missing does not fit the text: a short one has no runs of 13 words.
 */
export type Fingerprint = {
  /** Of the whole text, normalised. */
  whole: string;
  /** 128 signs, one a MinHash band of its runs of five characters. An answer has none, nor has a text of fewer than three words. */
  bands?: string | undefined;
  /** Of runs of 13 words, a sorted sample. */
  runs?: string[] | undefined;
  /** Of runs of 8 words, a sorted sample. */
  shingles?: string[] | undefined;
  /** Of all its words, where it has fewer than 8, and how many these are. */
  phrase?: string | undefined;
  words?: number | undefined;
  /** It is a reference answer, not an input. */
  isAnswer?: true | undefined;
};

/** The fingerprints of a set of texts, sorted by `whole`: their order says nothing about the order of the texts. */
export type Fingerprints = {
  /** Of the procedure; made by another one they cannot be compared. */
  version: 1;
  texts: Fingerprint[];
};
