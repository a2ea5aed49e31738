import type { Failure } from '../../domain/failure.ts';
import { failures } from '../../domain/failures.ts';
import type { Connection } from '../wire/connection.ts';
import { foundIn } from '../wire/found-in.ts';
import { saidIn } from '../wire/said-in.ts';
import { toStreamFailure } from '../wire/to-stream-failure.ts';
import { WireFailure } from '../wire/wire-failure.ts';
import { StreamPartError } from './stream-part-error.ts';

// Errors by which a package says that it cannot turn our request into one of its own.
const ours = new Set([
  'AI_UnsupportedFunctionalityError',
  'AI_InvalidArgumentError',
  'AI_InvalidPromptError',
  'AI_LoadAPIKeyError',
  'AI_LoadSettingError',
  'AI_NoSuchModelError',
]);

type Call = {
  name: string;
  message: string;
  statusCode?: number;
  responseBody?: string;
  isRetryable?: boolean;
};

/** What an error from within an AI SDK package means. The wire's own failures lie somewhere among its causes. */
export function toSdkFailure(error: unknown, connection: Connection, signal: AbortSignal): Failure {
  const { provider } = connection;
  const wire = causes(error).find((cause) => cause instanceof WireFailure);
  if (wire) return wire.failure;
  if (signal.aborted) return failures.cancelled({ provider });
  if (error instanceof StreamPartError && !(error.part instanceof Error)) {
    return toStreamFailure(connection, error.part);
  }
  const told = causes(error).findLast((cause) => !(cause instanceof StreamPartError)) ?? error;
  const { name, message, statusCode, responseBody } = toCall(
    error instanceof StreamPartError ? error.part : error,
  );
  if (ours.has(name)) return failures.request({ provider, detail: connection.redact(message) });
  const body = responseBody === undefined ? undefined : connection.redact(responseBody);
  if (statusCode !== undefined && statusCode >= 300) {
    return failures.status({
      provider,
      key: connection.key,
      status: statusCode,
      said: saidIn(body ?? '') ?? message,
      body,
    });
  }
  return failures.protocol({ provider, status: statusCode, found: found(told, body), body });
}

function found(error: unknown, body: string | undefined): string {
  const isJson = !(error instanceof SyntaxError) && toCall(error).name !== 'AI_JSONParseError';
  return isJson ? foundIn(body) : 'a body that is not JSON';
}

function toCall(error: unknown): Call {
  return error instanceof Error ? (error as Call) : { name: '', message: String(error) };
}

function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let cause = error; cause instanceof Error && chain.length < 10; cause = cause.cause) chain.push(cause);
  return chain;
}
