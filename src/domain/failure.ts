/** Where in the conversation it broke. `auth` stops the provider; `request` is our own fault and is never retried. */
export type FailureKind =
  | 'connection'
  | 'timeout'
  | 'rate-limit'
  | 'server'
  | 'protocol'
  | 'auth'
  | 'request'
  | 'cancelled';

/** Why a model could not be asked. Never a statement about the quality of its answers. */
export type Failure = {
  kind: FailureKind;
  /** One line, redacted: what happened, in words. */
  message: string;
  /** HTTP status, where there was one. */
  status?: number;
  retryable: boolean;
  /** Milliseconds that the provider asked us to wait. */
  retryAfterMs?: number;
  /** The first 500 characters of the body, for a person to read. */
  body?: string;
};
