import type { Check } from './check.ts';
import type { Json } from './json.ts';
import type { Tool } from './message.ts';
import type { PromptMessage } from './prompt-message.ts';
import type { Settings } from './settings.ts';
import type { VerdictRule } from './verdict-rule.ts';

/** One version of a prompt, read from disk or from git. Frozen once a baseline refers to it. */
export type Prompt = {
  name: string;
  version: number;
  /** `name@v3`. */
  id: string;
  /** Path from the project's root, with `/`. */
  file: string;
  description?: string;
  /** Variables that the front matter declares; undefined when it declares none. */
  inputs?: string[];
  /** Variables that the templates use, found by reading them. */
  variables: string[];
  settings: Settings;
  messages: PromptMessage[];
  /** Sources of the files that the templates include, by the name used in the template. */
  partials: Record<string, string>;
  tools: Tool[];
  /** JSON Schema that the answer is asked to follow. */
  outputSchema?: Json;
  /** How a judge's verdict is read from its words, where the prompt asks for no JSON. */
  verdict?: VerdictRule;
  /** What every answer is graded by beside the graders of the suite: that it fits the schema. */
  checks?: Check[];
  /** The file as it was read. */
  source: string;
  /** SHA-256 (hex) over everything that reaches the model: templates, partials, settings, tools, schema. */
  digest: string;
};
