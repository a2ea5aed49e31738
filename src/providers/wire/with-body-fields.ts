import type { Exchange } from './exchange.ts';

/** The exchange with more fields at the end of its JSON body, which is not parsed for that. */
export function withBodyFields(exchange: Exchange, fields: string): Exchange {
  const { body } = exchange;
  if (typeof body !== 'string' || !body.endsWith('}')) return exchange;
  return { ...exchange, body: `${body.slice(0, -1)},${fields}}` };
}
