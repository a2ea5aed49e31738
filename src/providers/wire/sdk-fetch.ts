import type { Connection } from './connection.ts';
import { queuedSource } from './queued-source.ts';
import { receive } from './receive.ts';
import { singleSource } from './single-source.ts';
import { toExchange } from './to-exchange.ts';
import { toResponse } from './to-response.ts';

/**
 * The `fetch` that AI SDK packages are given. It rejects with a WireFailure for everything but a 2xx whose body
 * can be read, so that what went wrong is decided in one place for every package.
 */
export function sdkFetch(connection: Connection): typeof fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      receive(connection, toExchange(input, init), (head, breakOff) => {
        const source = queuedSource(connection, head, breakOff);
        resolve(toResponse(head, source));
        return source;
      }).then(({ head, body }) => resolve(toResponse(head, singleSource(body))), reject);
    });
}
