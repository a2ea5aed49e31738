import type { z } from 'zod';
import type { configSchema } from './config-schema.ts';

/** What an `evals.config.ts` exports by default. */
export type ConfigFile = z.input<typeof configSchema>;

/** Types a config file; gives back what it was given. */
export function defineConfig(config: ConfigFile): ConfigFile {
  return config;
}
