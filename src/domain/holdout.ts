import type { Fingerprints } from './fingerprints.ts';
import type { Json } from './json.ts';
import type { Checked, Problem } from './problem.ts';

/**
 * `frozen`: plain text that may not be edited. `sealed`: encrypted. `thawed`: it was frozen, and may be edited again.
 * `retired`: it was opened, and is a holdout no more.
 */
export type HoldoutKind = 'frozen' | 'sealed' | 'thawed' | 'retired';

/** The files of a holdout, as paths from the project's root, with `/`. */
export type HoldoutFiles = {
  /** `x.holdout.yaml`: as the suite's key `holdout` names it. */
  plain: string;
  /** `x.holdout.age` */
  sealed: string;
  /** `x.holdout.lock.json` */
  lock: string;
  /** `x.holdout.looks.jsonl` */
  looks: string;
};

/** What happened to a holdout: kept in its lock for good. */
export type HoldoutRecord = {
  what: 'frozen' | 'thawed' | 'sealed' | 'added' | 'rekeyed' | 'opened' | 'retired';
  /** ISO 8601, UTC. */
  at: string;
  /** `Name <address>` as git knows it, or the name of the account. */
  by: string;
  commit?: string | undefined;
  /** Files that git knows had changes that were not committed. */
  dirty?: true | undefined;
  reason?: string | undefined;
  /** So many cases the set had after it. */
  cases: number;
  /** Root of the set after it. */
  root: string;
  /** Who can read it after it, where that changed. */
  recipients?: string[] | undefined;
};

/** What may not change between a seal and a look through it. */
export type SealSettings = {
  /** Percentage points that may be lost; null where the gate has none. */
  margin: number | null;
  /** Share (0..1). */
  confidence: number;
  /** Of the suite's graders as they are written. */
  gradersDigest: string;
  /** Of the whole gate: slices, floors and what else decides. */
  gateDigest: string;
  /** Digests of what is asked of judges, sorted. */
  judges: string[];
  /** So often the holdout may be looked at. */
  looks: number;
  /** So many candidates may pass by it. */
  promotions: number;
};

/** What the lock says of a sealed set. */
export type Sealed = {
  /** A random name of this set, which is within the sealed text too. */
  set: string;
  /** Public age keys, sorted. */
  recipients: string[];
  /** SHA-256 (hex) of the sealed file, its line ends as LF. */
  file: string;
  /** Hex; the key of the fingerprints. Anyone may have it. */
  key: string;
  fingerprints: Fingerprints;
  settings: SealSettings;
};

/** `x.holdout.lock.json`: what the set was when it was frozen or sealed, and all that happened to it. */
export type HoldoutLock = {
  schemaVersion: 1;
  suite: string;
  kind: HoldoutKind;
  /** How many there are. */
  cases: number;
  /** Merkle root (hex) of the leaves. */
  root: string;
  /** Frozen: the digest of each case by its id. Sealed: salted digests, sorted, without ids. */
  leaves: Record<string, string> | string[];
  /** SHA-256 (hex) of the canary. */
  canary: string;
  sealed?: Sealed | undefined;
  /** In the order in which they happened. */
  records: HoldoutRecord[];
};

/** A case of a holdout as it is written: what may stand under `cases:` of a suite. */
export type HoldoutCase = { id: string } & Record<string, Json>;

/** What a holdout file says. */
export type HoldoutContent = {
  /** A text that must never turn up in an output; undefined in a file that was not frozen yet. */
  canary: string | undefined;
  cases: HoldoutCase[];
};

/** Which holdout is meant. */
export type Holdout = {
  /** Name of the suite whose holdout it is. */
  suite: string;
  /** The plain file that the suite's key `holdout` names, as a path from the root with `/`, whether it is there or not. */
  file: string;
};

/** Where to look for one; `root` is the absolute path of the project. */
export type HoldoutRequest = Holdout & { root: string };

/** A holdout that may be used. All that is in `text` and `content` is secret where the kind is `sealed`. */
export type OpenedHoldout = {
  kind: 'frozen' | 'sealed';
  lock: HoldoutLock;
  /** Its YAML. Never to be written to a disk where the kind is `sealed`. */
  text: string;
  content: HoldoutContent;
  files: HoldoutFiles;
};

/** The text whose cases a suite is loaded with in the place of its own. */
export type HoldoutText = {
  /** YAML. */
  text: string;
  /** For the sentences; a path from the root. */
  file: string;
  /** Nothing of it may stand in a sentence: no frame, no value, no id. */
  isSecret: boolean;
  /**
   * Takes what is wrong with the cases, and then nobody is told of it, not even that there is anything: a prompt may be
   * written so that it does not fit just those cases that one would like to know.
   */
  hear?: ((found: readonly Problem[]) => void) | undefined;
  /** Added to the numbers of its lines, where it is a part of a file. */
  lineOffset?: number | undefined;
};

/** Gives the loader the holdout of a suite. */
export type ReadHoldout = (which: Holdout) => Promise<Checked<HoldoutText>>;

/** Says what is wrong with the files of a suite's holdout, without opening it. */
export type CheckHoldout = (which: Holdout) => Promise<Problem[]>;
