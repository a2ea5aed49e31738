import type { Failure } from '../../domain/failure.ts';
import { failures } from '../../domain/failures.ts';
import type { Connection } from './connection.ts';
import type { Head } from './exchange.ts';
import { saidIn } from './said-in.ts';
import { toRetryAfterMs } from './to-retry-after-ms.ts';

// Nobody reads more of an error, and a secret that a cut would halve lies far behind what is shown.
const readable = 65_536;
const emptyAccount = /"(?:insufficient_quota|billing_hard_limit_reached|insufficient_balance)"/;

/** The failure that an HTTP status other than 2xx means, with what the body says in words. */
export function toResponseFailure(connection: Connection, head: Head, bytes: Buffer): Failure {
  const body = connection.redact(bytes.subarray(0, readable).toString('utf8'));
  const about = { provider: connection.provider, status: head.status, said: saidIn(body), body };
  if (head.status === 402 || (head.status === 429 && emptyAccount.test(body)))
    return failures.outOfCredit(about);
  const location = head.status < 400 ? head.headers.location : undefined;
  return failures.status({
    ...about,
    ...(location ? { said: connection.redact(location) } : {}),
    key: connection.key,
    retryAfterMs: toRetryAfterMs(head.headers, connection.date()),
  });
}
