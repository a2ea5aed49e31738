import type { Model } from '../domain/model.ts';
import type { Provider } from '../domain/provider.ts';

/** Whether the answers of a model are kept: as the model says, else as its provider does. */
export const isCached = (model: Model, provider: Provider | undefined): boolean =>
  model.cache ?? provider?.isCached === true;
