import type { Usage } from '../domain/answer.ts';
import type { Catalog } from '../domain/catalog.ts';
import type { Model } from '../domain/model.ts';
import type { Provider } from '../domain/provider.ts';

/** What answers cost. */
export type PriceList = {
  /**
   * US dollars for one answer; null when the price or the tokens are unknown, never 0 for that. A price that the
   * user states wins; providers that are free cost 0.
   */
  price(model: Pick<Model, 'provider' | 'id' | 'price'>, usage: Usage): number | null;
  /** Where the prices come from, for reports: `@pydantic/genai-prices 0.1.8 of 2026-09-23`. */
  source: string;
};

const version = '0.1.8';
/** The day on which that version was published, with the prices of that day. */
const published = '2026-09-23';
const perMillion = 1e-6;

type Priced = Pick<Model, 'provider' | 'id' | 'price'>;

/**
 * Prices for these models; synchronous once they are here. The list itself (17 MB in memory) is loaded only when one of
 * the models needs it: free ones, and those whose price the user states, do not.
 */
export async function priceList(providers: Catalog<Provider>, models: readonly Priced[]): Promise<PriceList> {
  const isListed = (model: Priced) => !model.price && providers.get(model.provider)?.pricedAs !== undefined;
  const calcPrice = models.some(isListed) ? (await import('@pydantic/genai-prices')).calcPrice : undefined;
  const listed = (model: Pick<Model, 'id'>, usage: Usage, providerId: string): number | null => {
    if (!calcPrice) throw new Error(`the price list was not loaded for ${model.id}`);
    const { input: input_tokens, output: output_tokens, cached } = usage;
    // More cached than input is a contradiction that the list throws at; the plain input price is the safe side.
    const isCached = cached !== undefined && input_tokens !== undefined && cached <= input_tokens;
    const tokens = { input_tokens, output_tokens, ...(isCached ? { cache_read_tokens: cached } : {}) };
    return calcPrice(tokens, model.id, { providerId })?.total_price ?? null;
  };
  return {
    source: calcPrice
      ? `@pydantic/genai-prices ${version} of ${published}`
      : 'no list: the models are free, or the config says what they cost',
    price(model, usage) {
      const provider = providers.get(model.provider);
      if (!model.price && provider?.free) return 0;
      if (usage.input === undefined || usage.output === undefined) return null;
      if (model.price) return stated(model.price, usage.input, usage.output, usage.cached ?? 0);
      return provider?.pricedAs ? listed(model, usage, provider.pricedAs) : null;
    },
  };
}

function stated(price: NonNullable<Model['price']>, input: number, output: number, cached: number): number {
  const cheap = Math.min(cached, input);
  return (
    ((input - cheap) * price.input + cheap * (price.cached ?? price.input) + output * price.output) *
    perMillion
  );
}
