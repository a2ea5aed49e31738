import type { Plan } from '../plan/plan.ts';
import { providers } from '../providers/index.ts';
import type { World } from './world.ts';

const nameOfSecret = /KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|AUTH/i;
/** Shorter values (`1`, `true`, `none`) would tear holes into every text; those that a model is asked with may be shorter. */
const shortest = 8;
const shortestNamed = 4;

/**
 * The values that must never reach a file or the screen: what the environment holds under a telling name or as the
 * password of an address, and what the plan's models are asked with (`keyFrom`, `${env:NAME}`, secret headers).
 */
export function secretsOf(env: World['env'], plan?: Pick<Plan, 'suites'>): string[] {
  const told = Object.entries(env).flatMap(([name, value]) => [
    ...(nameOfSecret.test(name) ? [value] : []),
    /^\w+:\/\/[^\s:/@]*:([^\s/@]+)@/.exec(value ?? '')?.[1],
  ]);
  const named = plan ? namedBy(plan, env) : [];
  const values = [
    ...told.filter((value) => (value?.length ?? 0) >= shortest),
    ...named.filter((value) => (value?.length ?? 0) >= shortestNamed),
  ];
  return [...new Set(values as string[])].sort((a, b) => b.length - a.length);
}

function namedBy({ suites }: Pick<Plan, 'suites'>, env: World['env']): (string | undefined)[] {
  return suites.flatMap(({ arms }) =>
    arms.flatMap(({ model: { provider, options } }) => {
      const { keyFrom, headers } = options as { keyFrom?: string; headers?: Record<string, string> };
      const filled = [...JSON.stringify(options).matchAll(/\$\{env:([^}]*)\}/g)].map((match) => match[1]!);
      const keys = [...(providers.get(provider)?.keys ?? []), ...(keyFrom ? [keyFrom] : []), ...filled];
      const literal = Object.entries(headers ?? {})
        .filter(
          ([name, value]) => (nameOfSecret.test(name) || /cookie/i.test(name)) && !value.includes('${env:'),
        )
        .map(([, value]) => value.replace(/^(Bearer|Basic) /i, ''));
      return [...keys.map((name) => env[name]), ...literal];
    }),
  );
}
