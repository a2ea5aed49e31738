import type { z } from 'zod';
import type { Grade } from './grade.ts';
import type { Json } from './json.ts';
import type { Judging } from './judge.ts';
import type { Judgement } from './judgement.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import type { Subject } from './subject.ts';

/** Another grader's entry, as a grader that holds it sees it (a `Check` from outside). */
export type HeldGrader = { name: string; weight: number };

/** One request to a judge. */
export type JudgeRequest = {
  judging: Judging;
  messages: Message[];
  /** JSON Schema of the verdict; undefined where the prompt has its own way of saying it. */
  outputSchema?: Json;
  /** Tells the requests about one output apart that ask the same, from 1. */
  take: number;
};

/** What came of it; the price is in US dollars, null when unknown, 0 when nobody was asked. */
export type JudgeReply = { outcome: Outcome; costUsd: number | null };

/** What a pure grader may ask of the world, handed in by the door. */
export type GraderTools = {
  /** Grades by another check: how `all`, `any`, `not` and `weighted` work. Applies its weight, `not`, threshold. */
  grade(held: HeldGrader, subject: Subject): Grade | Promise<Grade>;
  /** Asks a judge, through cache, limits and budget; what it costs is counted apart. Never rejects. */
  ask(request: JudgeRequest): Promise<JudgeReply>;
  /** Keeps with the trial what a judge said. */
  tell(judgement: Judgement): void;
  /** Runs the user's own function, in a worker with a deadline. Rejects with a readable message. */
  callModule(call: { file: string; export?: string; input: Json; timeoutMs: number }): Promise<Json>;
  /** Runs a native regular expression in a worker with a deadline. Rejects when it does not return in time. */
  matchNatively(pattern: string, flags: string, text: string): Promise<boolean>;
};

/** An entry of the graders' shelf. `V` is the value of its own key, `O` the options beside it. */
// biome-ignore lint/suspicious/noExplicitAny: a shelf holds graders of every type
export type Grader<V = any, O = any> = {
  /** The key under `graders:`, kebab-case. */
  name: string;
  /** One sentence for the docs' table and the schema. */
  summary: string;
  /** A YAML entry, as in a suite file; shown in the docs. */
  example: string;
  /** Schema of the key's value. */
  value: z.ZodType<V>;
  /** Schemas of the options beside the key; unknown ones are refused. */
  options: z.ZodRawShape;
  /** A model grades: the entry, the suite or the config has to name a judge, which arrives at `grade` as `judging`. */
  needs?: 'judge';
  /** The prompt of this package that asks the judge, where the entry brings none, and what every such prompt is given. */
  asks?: {
    prompt: string;
    variables: readonly string[];
    /** Two outputs are shown in both orders, so that each sample is two calls. */
    orders?: 2;
  };
  /**
   * What may be said of an output, with the score (0..1) of each: for people who label what a judge grades. Without it
   * they say `pass` or `fail`.
   */
  menu?(input: { value: V; options: O }): Readonly<Record<string, number>>;
  /** The value is a grader entry (or a list of them), and arrives at `grade` as `Check` (or `Check[]`). */
  holdsGraders?: boolean;
  /** It looks at the weights of the graders that it holds; others take each of these for full. */
  weighsGraders?: boolean;
  /** Paths in value or options that name a file, resolved by the loader against the suite's folder: `['value']`, `['schema']`. */
  files?: string[];
  /** The score from which it passes when the entry names no `threshold`; 1 when undefined. */
  threshold?: number;
  /** Loads the heavy modules it needs; awaited by the loader before `refuse`. `grade` then answers at once. */
  prepare?(): Promise<unknown>;
  /** What is wrong with value and options together (a bad pattern, two options that exclude each other); undefined when nothing is. */
  refuse?(input: { value: V; options: O; threshold: number | undefined }): string | undefined;
  grade(
    input: { value: V; options: O; threshold: number; name: string; judging?: Judging | undefined },
    subject: Subject,
    tools: GraderTools,
  ): Grade | Promise<Grade>;
};

/** Types a shelf entry from its own schemas; gives back what it was given. */
export function defineGrader<V extends z.ZodType, O extends z.ZodRawShape>(
  entry: Omit<Grader, 'value' | 'options' | 'grade' | 'refuse' | 'menu'> & {
    value: V;
    options: O;
    refuse?(input: {
      value: z.output<V>;
      options: z.output<z.ZodObject<O>>;
      threshold: number | undefined;
    }): string | undefined;
    menu?(input: { value: z.output<V>; options: z.output<z.ZodObject<O>> }): Readonly<Record<string, number>>;
    grade(
      input: {
        value: z.output<V>;
        options: z.output<z.ZodObject<O>>;
        threshold: number;
        name: string;
        judging?: Judging | undefined;
      },
      subject: Subject,
      tools: GraderTools,
    ): Grade | Promise<Grade>;
  },
): Grader {
  return entry as Grader;
}
