import type { Json } from '../domain/json.ts';
import type { Prompt } from '../domain/prompt.ts';
import type { Path, YamlSource } from './read-yaml.ts';
import type { CheckContext, WrittenCheck } from './written-check.ts';

/** A prompt with the function that fills it: whether a case has all that it needs is known by filling it. */
export type FillablePrompt = { prompt: Prompt; fill(vars: Record<string, Json>): unknown };

/** What a case has from its suite. */
export type CaseContext = {
  graders: CheckContext['graders'];
  findJudging: CheckContext['findJudging'];
  /** Folder of the suite file, absolute. */
  folder: string;
  /** To check the variables with; empty where they need no check. */
  prompts: FillablePrompt[];
  /** The variable that `input` stands for; undefined when there is no such one. */
  inputName: string | undefined;
  vars: Record<string, Json>;
  checks: WrittenCheck[];
  /** Whether the suite names graders for all of its cases, sound or not. */
  hasChecks: boolean;
  /** `$expect`, for cases that name no grader. */
  equalsExpect: WrittenCheck;
};

/** Where a case was written. Rows of data files may leave the id out, and name no files. */
export type CasePlace = { source: YamlSource; path: Path; row?: { stem: string } };
