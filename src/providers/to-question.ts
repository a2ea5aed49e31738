import type { Model } from '../domain/model.ts';
import type { Provider, ProviderWorld } from '../domain/provider.ts';
import type { Question } from './wire/probe.ts';

/** Where a model is asked, and the free request that shows whether somebody answers there. */
export type EndpointQuestion = {
  /** As the config or the provider has it; it may hold a password. */
  address: string;
  question: Question;
  /** What is asked for is the list of models. */
  isListing: boolean;
  /** The variable whose key is sent along. */
  key?: string;
};

/**
 * What to ask for a model; undefined when it is asked nowhere, or its address is none. Where the protocol has no list
 * of models, OPTIONS is asked: an application would take any other method for work to do. It carries no headers.
 */
export function toQuestion(
  provider: Provider,
  model: Model,
  env: ProviderWorld['env'],
): EndpointQuestion | undefined {
  const address = provider.address?.(model, env);
  if (address === undefined || !isHttp(address)) return undefined;
  const listing = provider.listing?.(model, env);
  if (!listing) {
    const { origin, pathname } = new URL(address);
    const question: Question = { method: 'OPTIONS', url: origin + pathname, headers: {} };
    return { address, question, isListing: false };
  }
  const { url, headers, key } = listing;
  const question: Question = { method: 'GET', url, headers: lowered(headers) };
  return { address, question, isListing: true, ...(key ? { key } : {}) };
}

const isHttp = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

const lowered = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
