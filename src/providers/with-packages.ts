import type { Catalog } from '../domain/catalog.ts';
import type { Provider } from '../domain/provider.ts';
import { packageProvider } from './package-provider.ts';

const packageName = /^(@[a-z0-9][\w.-]*\/[a-z0-9][\w.-]*|[a-z0-9][\w.-]*-ai-provider|ai-sdk-[\w.-]+)$/;

/** The shelf that also has every npm package which is named like an AI SDK provider: scoped, or `…-ai-provider`. */
export function withPackages(shelf: Catalog<Provider>): Catalog<Provider> {
  const made = new Map<string, Provider>();
  const get = (name: string) => {
    const known = shelf.get(name) ?? made.get(name);
    if (known || !packageName.test(name)) return known;
    const provider = packageProvider(name);
    made.set(name, provider);
    return provider;
  };
  return {
    ...shelf,
    get,
    has: (name) => shelf.has(name) || packageName.test(name),
    with: (...more) => withPackages(shelf.with(...more)),
  };
}
