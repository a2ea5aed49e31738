/** What one look told: whether the candidate passed, or whether it gained more on the cases that anyone can see. */
export type LookBit = 'PASS' | 'NOT-PASS' | 'ALARM' | 'NO-ALARM';

/** A line of `x.holdout.looks.jsonl`: the holdout was used. */
export type Look = {
  schemaVersion: 1;
  /** Counts from 1, over the whole file. */
  n: number;
  /** ISO 8601, UTC: when the run began. Its end would tell how long it took. */
  at: string;
  kind: 'frozen' | 'sealed';
  /** The name of a sealed set; of a frozen one the root with which its records begin. */
  set: string;
  /** The commit of the working tree; `dirty` where it had changes. */
  commit?: string | undefined;
  dirty?: true | undefined;
  /** SHA-256 (hex) of prompt and model of each arm. */
  candidate: string;
  /** The same of the baseline's arms and of the cases as they were put: against others it is another question. */
  against: string;
  /** One-sided error (0..1) of this test; null where there is none to be held. */
  alpha: number | null;
  /** Null where nothing was told: the run broke, or the set is frozen, where a value is told and no bit. */
  bit: LookBit | null;
  /** SHA-256 (hex) of the line before; of the first the root with which the records of the lock begin. */
  previous: string;
  /** Of a sealed set: HMAC-SHA256 of all else under a key that only those have who can open it. */
  mac?: string | undefined;
};
