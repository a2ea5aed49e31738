import { modelsOf } from '../plan/models-of.ts';
import { providers } from '../providers/index.ts';
import { isSecretName } from '../text/is-secret-name.ts';
import { secretsInAddress } from '../text/secrets-in-address.ts';
import type { World } from './world.ts';

const reference = /\$\{env:([^}]*)\}/g;

/** The secrets that a plan's models are asked with, whatever their variables are called: keys, `keyFrom`, headers, addresses. */
export function namedSecrets(plan: Parameters<typeof modelsOf>[0], env: World['env']): string[] {
  return modelsOf(plan).flatMap((model) => {
    const { options } = model;
    const provider = providers.get(model.provider);
    const { keyFrom, headers = {} } = options as { keyFrom?: string; headers?: Record<string, string> };
    const filled = [...JSON.stringify(options).matchAll(reference)].map((match) => match[1]!);
    const keys = [...(provider?.keys ?? []), ...(keyFrom ? [keyFrom] : []), ...filled];
    const literal = Object.entries(headers)
      .filter(([name, value]) => isSecretName(name) && !value.match(reference))
      .map(([, value]) => value.replace(/^(Bearer|Basic) /i, ''));
    const address = provider?.address?.(model, env) ?? '';
    return [...keys.map((name) => env[name] ?? ''), ...literal, ...secretsInAddress(address)];
  });
}
