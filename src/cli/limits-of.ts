import { limits as defaults, type Limits } from '../domain/limits.ts';
import type { Config } from '../load/read-config.ts';

/** What the config says of a provider, laid over what holds for all. */
export function limitsOf(name: string, { limits }: Pick<Config, 'limits'>): Limits {
  const { timeout, ...own } = limits[name] ?? {};
  const stated = typeof timeout === 'number' ? { total: timeout } : timeout;
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { ...defaults, ...given, timeouts: { ...defaults.timeouts, ...stated } };
}
