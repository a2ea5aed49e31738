import type { Failure } from '../../domain/failure.ts';
import { failures } from '../../domain/failures.ts';

/** The failure for a request whose signal was aborted: a deadline has passed, or the run ends. `ms` since its start. */
export function stopped(provider: string, signal: AbortSignal, ms: number): Failure {
  const isLate = signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
  return isLate ? failures.timeout({ provider, phase: 'total', ms }) : failures.cancelled({ provider });
}
