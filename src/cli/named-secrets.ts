import { modelsOf } from '../plan/models-of.ts';
import type { Plan } from '../plan/plan.ts';
import { providers } from '../providers/index.ts';
import type { World } from './world.ts';

const secretHeader = /auth|cookie|key|token|secret/i;
const reference = /\$\{env:([^}]*)\}/g;

/** The secrets that a plan's models are asked with, whatever their variables are called: keys, `keyFrom`, headers. */
export function namedSecrets(plan: Pick<Plan, 'suites'>, env: World['env']): string[] {
  return modelsOf(plan).flatMap(({ provider, options }) => {
    const { keyFrom, headers = {} } = options as { keyFrom?: string; headers?: Record<string, string> };
    const filled = [...JSON.stringify(options).matchAll(reference)].map((match) => match[1]!);
    const keys = [...(providers.get(provider)?.keys ?? []), ...(keyFrom ? [keyFrom] : []), ...filled];
    const literal = Object.entries(headers)
      .filter(([name, value]) => secretHeader.test(name) && !value.match(reference))
      .map(([, value]) => value.replace(/^(Bearer|Basic) /i, ''));
    return [...keys.map((name) => env[name] ?? ''), ...literal];
  });
}
