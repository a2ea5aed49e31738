import type { Catalog } from '../domain/catalog.ts';
import type { Check } from '../domain/check.ts';
import type { Grader } from '../domain/grader.ts';
import type { Json } from '../domain/json.ts';
import type { Judging } from '../domain/judge.ts';
import type { Checked } from '../domain/problem.ts';
import type { Roots } from '../text/resolve-references.ts';
import type { Path, YamlSource } from './read-yaml.ts';

/** A grader entry that has been looked at; `toCheck` fills its references for one case. */
export type WrittenCheck = {
  /** As it was written, with the content of the files that it names. */
  entry: Json;
  toCheck(roots: Roots): Checked<Check>;
};

/** Says who is asked by an entry whose grader asks a model, and by which prompt. */
export type FindJudging = (parts: EntryParts, at: { source: YamlSource }) => Promise<Checked<Judging>>;

/** Where the entries stand, and what they may name. */
export type CheckContext = {
  graders: Catalog<Grader>;
  source: YamlSource;
  /** Folder of the file, absolute. */
  folder: string;
  /** Who grades, where a grader asks a model. */
  findJudging: FindJudging;
  /** The grader that holds the entries: whether verdicts rest on it, and whether it looks at their weights. Undefined where none does. */
  holder?: { counts: boolean; weighs: boolean };
};

/** An entry taken apart: the grader's own value, its options, and what every grader has. */
export type EntryParts = {
  grader: Grader;
  /** As it was written, with the content of the files that it names. */
  entry: Json;
  raw: unknown;
  options: Record<string, unknown>;
  settings: { name?: string | undefined; weight: number; not: boolean; threshold?: number | undefined };
  /** What its check is called, apart from those beside it. */
  called: string;
  /** Whether verdicts rest on it: a weight of 0 is nothing to `all`, `any` and `not`, and one of their own is handed down. */
  counts: boolean;
  /** Who is asked, where a model grades. */
  judging?: Judging;
  /** Of the entry. */
  path: Path;
};
