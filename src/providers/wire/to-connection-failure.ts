import type { Failure } from '../../domain/failure.ts';
import { failures } from '../../domain/failures.ts';
import type { Limits } from '../../domain/limits.ts';
import { errorCode } from './error-code.ts';

type Around = {
  provider: string;
  host: string;
  redact(text: string): string;
  timeouts: Limits['timeouts'];
  signal?: AbortSignal | null;
  /** The head of the answer had arrived. */
  hasBegun: boolean;
};

const phases: Record<string, { phase: 'connect' | 'first-byte' | 'idle'; limit: keyof Limits['timeouts'] }> =
  {
    UND_ERR_CONNECT_TIMEOUT: { phase: 'connect', limit: 'connect' },
    UND_ERR_HEADERS_TIMEOUT: { phase: 'first-byte', limit: 'firstByte' },
    UND_ERR_BODY_TIMEOUT: { phase: 'idle', limit: 'idle' },
  };

/** Says in words what kept an exchange from being finished: our own signal, a timeout, or the network. */
export function toConnectionFailure(error: Error, around: Around): Failure {
  const { provider, host, timeouts, signal } = around;
  const detail = around.redact(error.message);
  if (signal?.aborted) {
    return signal.reason instanceof Error && signal.reason.name === 'TimeoutError'
      ? failures.timeout({ provider, phase: 'total', ms: timeouts.total })
      : failures.cancelled({ provider });
  }
  const code = errorCode(error);
  const late = phases[code ?? ''];
  if (late) return failures.timeout({ provider, phase: late.phase, ms: timeouts[late.limit] });
  if (code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED') {
    return failures.request({ provider, detail });
  }
  if (error.name === 'HTTPParserError') return failures.protocol({ provider, found: 'what is not HTTP' });
  if (around.hasBegun) return failures.truncated({ provider });
  return failures.connection({ provider, host, code: code?.startsWith('UND_') ? undefined : code, detail });
}
