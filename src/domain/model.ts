import type { Json } from './json.ts';
import type { Settings } from './settings.ts';

/** A model as a suite names it: a provider, an id and settings. */
export type Model = {
  /** How the suite or the config calls it: `openai:gpt-5-mini`, or a name from `evals.config.yaml`. */
  name: string;
  /** A name on the providers' shelf, or the package of a provider of the same family (`@ai-sdk/mistral`). */
  provider: string;
  /** What follows the first colon: `gpt-5-mini`, `./app.ts#classify`, `outputs.jsonl`. */
  id: string;
  settings: Settings;
  /** The provider's own options (`baseUrl`, `headers`, …), parsed by its schema. */
  options: Record<string, Json>;
  /** Prices that the user states, US dollars per million tokens. */
  price?: { input: number; output: number; cached?: number };
  /** Asked in turn when this one cannot be: the whole order, with the fallbacks of fallbacks in their places. */
  fallback?: Model[];
  /** Whether answers are kept in the cache; the provider's own habit when undefined. */
  cache?: boolean;
};
