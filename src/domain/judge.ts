import type { Model } from './model.ts';
import type { PromptMessage } from './prompt-message.ts';
import type { Settings } from './settings.ts';
import type { VerdictRule } from './verdict-rule.ts';

/** A model that grades, as the config or a grader names it. It has no fallbacks: another model is another judge. */
export type Judge = {
  /** A name under `judges:` of the config, or `provider:model`. */
  name: string;
  /** Carries the name of the judge. */
  model: Model;
  /** Verdicts asked for each output; the majority or the mean of them counts. */
  samples: number;
};

/** As much of a prompt version as asks a judge. */
export type JudgePrompt = {
  /** `evals/judge@v1` for a prompt of this package, else `name@v3`. */
  id: string;
  digest: string;
  settings: Settings;
  messages: PromptMessage[];
  partials: Record<string, string>;
  verdict?: VerdictRule;
};

/** Who answers the question of one grader, and how it is put. */
export type Judging = {
  judge: Judge;
  prompt: JudgePrompt;
  /**
   * SHA-256 (hex, first 16) over the judge (provider, model, settings, options, samples), its prompt and the question as
   * it is written: what a calibration is bound to.
   */
  digest: string;
};
