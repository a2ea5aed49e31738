import type { Json } from '../../domain/json.ts';

/** A case to be, made of a row of a log; nothing in it is personal any more, as far as that is known by its form. */
export type Draft = {
  /** Of the row in its file. */
  line: number;
  id: string;
  vars: Record<string, Json>;
  tags: string[];
  expect?: Json | undefined;
  /** What was answered in production. */
  output?: string | undefined;
  /** The graders of the suite can grade it without an `expect`. */
  isGradable: boolean;
  /** The placeholders that stand for what was taken out. */
  replaced: string[];
  /** A case that it is like, and how much (0.5..0.8). */
  near?: { id: string; likeness: number } | undefined;
};
