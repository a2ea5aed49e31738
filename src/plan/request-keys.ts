import { hash } from 'node:crypto';
import type { Json } from '../domain/json.ts';
import type { Model } from '../domain/model.ts';
import type { Request } from '../domain/request.ts';
import type { CachedArm, RequestKey } from '../domain/response-cache.ts';
import type { Settings } from '../domain/settings.ts';
import { canonicalJson } from '../text/canonical-json.ts';
import { isMap } from '../text/is-map.ts';
import { maskAddresses } from '../text/mask-addresses.ts';
import { requestKey } from './request-key.ts';
import { type RequestParts, requestParts } from './request-parts.ts';

/** The form of the keys and of what is kept under them. Whoever changes either counts it up: older entries are then not found. */
const protocol = 1;

/**
 * A function from the requests to one model to their keys. What is the same for a whole arm is digested once: settings,
 * tools and schema are told by their identity, and are never changed in place.
 */
export function requestKeys(
  model: Model,
  sent: { address?: string; seesCase?: boolean },
): (request: Request) => RequestKey {
  const toKey = requestKey();
  const arms = new WeakMap<Settings, { parts: RequestParts; arm: CachedArm }>();
  const armOf = (parts: RequestParts): CachedArm => {
    const known = arms.get(parts.settings);
    if (known && known.parts.tools === parts.tools && known.parts.outputSchema === parts.outputSchema)
      return known.arm;
    const arm = toArm(parts);
    arms.set(parts.settings, { parts, arm });
    return arm;
  };
  return (request) => {
    const parts = requestParts(model, request, sent);
    const arm = armOf(parts);
    const key = toKey(arm.digest, parts);
    return parts.case === undefined ? { key, arm } : { key, arm, case: parts.case };
  };
}

function toArm({ messages: _messages, case: _case, repeat: _repeat, ...fixed }: RequestParts): CachedArm {
  const text = canonicalJson({ protocol, ...fixed });
  const { provider, model } = fixed;
  return { digest: digest(text).slice(0, 22), provider, model, parts: toShown(fixed) };
}

const digest = (text: string) => hash('sha256', text, 'base64url');

/** Where keys stand, it is only shown that something has changed: the values of headers, and what maskAddresses leaves out. */
function toShown({ options, ...others }: Omit<RequestParts, 'messages' | 'case' | 'repeat'>) {
  const { headers } = options;
  const values = Object.entries(isMap(headers) ? headers : {});
  const told = values.map(([name, value]) => [name, `sha256 ${digest(canonicalJson(value)).slice(0, 8)}`]);
  const shown = { ...others, options: headers ? { ...options, headers: Object.fromEntries(told) } : options };
  return JSON.parse(maskAddresses(canonicalJson(shown))) as Record<string, Json>;
}
