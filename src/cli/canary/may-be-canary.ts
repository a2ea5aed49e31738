import type { Model } from '../../domain/model.ts';
import { providers } from '../../providers/index.ts';

/** Whether somebody else may change a model unseen: it is asked over the network, and does not always say the same. */
export function mayBeCanary({ provider }: Model): boolean {
  const one = providers.get(provider);
  return one?.needsNetwork === true && one.deterministic !== true;
}
