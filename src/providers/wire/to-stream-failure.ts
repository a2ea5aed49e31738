import type { Failure, FailureKind } from '../../domain/failure.ts';
import { failures } from '../../domain/failures.ts';
import type { Connection } from './connection.ts';
import { saidIn } from './said-in.ts';

type Told = { kind: FailureKind; retryable: boolean };

// In the order in which they are tried: "quota" of an empty account before the "exceeded" of a rate.
const words: [RegExp, Told][] = [
  [/insufficient_quota|billing|authenticat|permission|api_key/i, { kind: 'auth', retryable: false }],
  [/rate_?limit|resource_exhausted|too_many/i, { kind: 'rate-limit', retryable: true }],
  [/overloaded|server|internal|unavailable|timeout|deadline|api_error/i, { kind: 'server', retryable: true }],
  [/invalid|not_found|unsupported|context_length|too_large/i, { kind: 'request', retryable: false }],
];

/** The failure that an error inside of a stream means: by its HTTP code, else by the words of its type. */
export function toStreamFailure(connection: Connection, error: unknown): Failure {
  const { provider, key } = connection;
  const body = connection.redact(JSON.stringify(error) ?? String(error));
  const said = saidIn(body);
  const { type, code, status } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  const number = [code, status].map(Number).find((n) => n >= 400 && n < 600);
  if (number !== undefined) return failures.status({ provider, key, status: number, said, body });
  const name = [type, code, status].filter((word) => typeof word === 'string').join(' ');
  const told = words.find(([pattern]) => pattern.test(name))?.[1] ?? { kind: 'server', retryable: true };
  return failures.midStream({ provider, ...told, said, body });
}
