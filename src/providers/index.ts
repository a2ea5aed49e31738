import { type Catalog, catalog } from '../domain/catalog.ts';
import type { Provider } from '../domain/provider.ts';
import { anthropic } from './anthropic.ts';
import { embedded } from './embedded.ts';
import { exec } from './exec.ts';
import { google } from './google.ts';
import { http } from './http.ts';
import { module } from './module.ts';
import { openai } from './openai.ts';
import { openaiCompatible } from './openai-compatible.ts';
import { replay } from './replay.ts';
import { withPackages } from './with-packages.ts';

/** The providers' shelf. A name with a slash or an @ is an AI SDK package of the user's: `@ai-sdk/mistral`. */
export const providers: Catalog<Provider> = withPackages(
  catalog('provider', [openai, anthropic, google, openaiCompatible, http, module, exec, replay, embedded]),
);
