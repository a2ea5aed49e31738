import type { Json } from '../../domain/json.ts';
import type { Model } from '../../domain/model.ts';
import type { RunArm } from '../../domain/run.ts';
import type { Settings } from '../../domain/settings.ts';
import { canonicalJson } from '../../text/canonical-json.ts';

/**
 * The model of a baseline's arm: what is stored of it, laid over the entry of today (`now` is that of the candidate's
 * arm). Where it is another model by now it gets a name of its own, as it has to be opened beside the one of today.
 */
export function storedModel(today: Model, stored: RunArm, now: RunArm): Model {
  const settings = stored.settings as Settings;
  const { provider, modelId: id, options } = stored;
  const isSame =
    provider === now.provider && id === now.modelId && canonicalJson(options) === canonicalJson(now.options);
  if (isSame) return { ...today, settings };
  return {
    ...today,
    name: `${today.name} (of the baseline)`,
    provider,
    id,
    settings,
    options: (options ?? {}) as Record<string, Json>,
  };
}
