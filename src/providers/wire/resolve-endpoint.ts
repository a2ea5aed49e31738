import { failures } from '../../domain/failures.ts';
import type { Model } from '../../domain/model.ts';
import type { ProviderWorld } from '../../domain/provider.ts';
import { isSecretName } from '../../text/is-secret-name.ts';
import { secretsIn } from '../../text/secrets-in.ts';
import { secretsInAddress } from '../../text/secrets-in-address.ts';

/** Where a model is asked and with what; `secrets` are the values that no text may show. */
export type Endpoint = {
  baseUrl?: string;
  headers: Record<string, string>;
  /** The key and the variable that held it. */
  key?: { value: string; name: string };
  secrets: string[];
};

type Needs = {
  /** Variables that hold the key; the first that is set wins. */
  keys: readonly string[];
  isKeyNeeded: boolean;
  /** The variable that the provider's own tools read the address from. */
  baseUrlFrom?: string;
};

const inHeader = /\$\{env:([^}]*)\}/g;

/** Reads a model's address, key and headers from its options and the environment; `problems` are sentences. */
export function resolveEndpoint(
  model: Model,
  env: ProviderWorld['env'],
  needs: Needs,
): { endpoint: Endpoint; problems: string[] } {
  const problems: string[] = [];
  const { baseUrl, headers, keyFrom } = model.options as {
    baseUrl?: string;
    headers?: Record<string, string>;
    keyFrom?: string;
  };
  const names = keyFrom ? [keyFrom] : needs.keys;
  const name = names.find((candidate) => env[candidate]);
  if (!name && (keyFrom || needs.isKeyNeeded)) {
    problems.push(failures.noKey({ provider: model.provider, model: model.name, keys: names }).message);
  }
  const url = baseUrl ?? (needs.baseUrlFrom ? env[needs.baseUrlFrom] || undefined : undefined);
  if (url !== undefined && !/^https?:$/.test(protocolOf(url))) {
    const detail = `baseUrl is no http(s) address${baseUrl ? '' : ` (from ${needs.baseUrlFrom})`}`;
    problems.push(failures.badOptions({ model: model.name, detail }).message);
  }
  const filled = fillHeaders(model, headers ?? {}, env, problems);
  const key = name ? { name, value: env[name]! } : undefined;
  const secrets = [
    ...(key ? [key.value] : []),
    ...filled.secrets,
    ...secretsInAddress(url ?? ''),
    ...secretsIn(env),
  ];
  return {
    endpoint: {
      baseUrl: url?.replace(/\/+$/, ''),
      headers: filled.headers,
      key,
      secrets: [...new Set(secrets)],
    },
    problems,
  };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : '';
}

// Only the config's own headers are filled: no text of a case or a model ever comes here.
function fillHeaders(
  model: Model,
  headers: Record<string, string>,
  env: ProviderWorld['env'],
  problems: string[],
) {
  const secrets: string[] = [];
  const fill = (name: string, value: string) =>
    value.replaceAll(inHeader, (_, variable: string) => {
      const secret = env[variable];
      if (secret === undefined) {
        problems.push(failures.noVariable({ model: model.name, option: `header ${name}`, variable }).message);
        return '';
      }
      secrets.push(secret);
      return secret;
    });
  const filled = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, fill(name, value)]),
  );
  for (const [name, value] of Object.entries(headers)) {
    if (isSecretName(name)) secrets.push(value.replace(/^(Bearer|Basic) /i, ''));
  }
  return { headers: filled, secrets };
}
