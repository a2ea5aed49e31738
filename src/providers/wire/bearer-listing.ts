import type { Listing } from '../../domain/listing.ts';
import type { Endpoint } from './resolve-endpoint.ts';

/** The list of models of a server that speaks OpenAI's protocol; undefined when it has no address. */
export function bearerListing(
  { baseUrl, headers, key }: Pick<Endpoint, 'baseUrl' | 'headers' | 'key'>,
  address?: string,
): Listing | undefined {
  const base = baseUrl ?? address;
  if (base === undefined) return undefined;
  return {
    url: `${base}/models`,
    headers: { ...(key ? { authorization: `Bearer ${key.value}` } : {}), ...headers },
    ...(key ? { key: key.name } : {}),
  };
}
