import { duration } from '../text/duration.ts';
import { oneLine } from '../text/one-line.ts';
import { truncate } from '../text/truncate.ts';
import type { Failure, FailureKind } from './failure.ts';

const bodyLimit = 500;
const saidLimit = 300;

/** How a circuit came to be open: what failed the last time, and how often. */
type Trouble = { model: string; last: Failure };
type Whom = { /** As the user wrote it: `openai`. */ provider: string };
type Body = { /** What came back, redacted. */ body?: string };
type Phase = 'connect' | 'first-byte' | 'idle' | 'total';

const said = (text: string | undefined) => (text?.trim() ? `: ${truncate(oneLine(text), saidLimit)}` : '');
const shown = (body: string | undefined) => (body?.trim() ? { body: truncate(body, bodyLimit) } : {});
const setting = { connect: 'connect', 'first-byte': 'firstByte', idle: 'idle', total: 'total' } as const;
const waited: Record<Phase, string> = {
  connect: 'could not be connected to within',
  'first-byte': 'sent nothing within',
  idle: 'fell silent in the middle of an answer for',
  total: 'did not finish within',
};

// 520 to 524 are a proxy's words for "the server behind me failed": the same as 502 and 504.
const passing = new Set([408, 409, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529]);

function kindOf(status: number): FailureKind {
  if (status === 401 || status === 402 || status === 403) return 'auth';
  if (status === 429) return 'rate-limit';
  return status >= 500 || passing.has(status) ? 'server' : 'request';
}

function refusal(provider: string, status: number, key: string | undefined): string {
  if (status === 401 && key) return `${provider} refused the key in ${key} (401)`;
  if (status === 403 && key) return `${provider} forbids this to the key in ${key} (403)`;
  if (status === 429) return `${provider} asks us to slow down (429)`;
  if (status >= 300 && status < 400)
    return `${provider} sent us elsewhere (${status}); set baseUrl to the new address`;
  return `${provider} answered ${status}`;
}

/** A failure of the same kind as the one before, which no further attempt can mend. */
const lasting = ({ kind, status, body }: Failure, message: string): Failure => ({
  kind,
  message,
  ...(status === undefined ? {} : { status }),
  retryable: false,
  ...shown(body),
});

/**
 * Every sentence for a model that could not be asked. Each entry makes one failure and knows whether another
 * try may help. Texts from outside must be redacted before they come here; bodies are cut to 500 characters.
 */
export const failures = {
  connection: (x: Whom & { host: string; code?: string; detail?: string }): Failure => ({
    kind: 'connection',
    message: `${x.provider}: the connection to ${x.host} failed${said([x.code, x.detail].filter(Boolean).join(' '))}`,
    retryable: true,
  }),
  timeout: (x: Whom & { phase: Phase; ms: number }): Failure => ({
    kind: 'timeout',
    message: `${x.provider} ${waited[x.phase]} ${duration(x.ms)} (the ${setting[x.phase]} timeout)`,
    retryable: true,
  }),
  cancelled: (x: Whom): Failure => ({
    kind: 'cancelled',
    message: `The request to ${x.provider} was cancelled`,
    retryable: false,
  }),
  /** An HTTP status that is not 2xx; `key` names the variable that holds the key. */
  status: (
    x: Whom & Body & { status: number; said?: string; key?: string; retryAfterMs?: number },
  ): Failure => ({
    kind: kindOf(x.status),
    message: `${refusal(x.provider, x.status, x.key)}${said(x.said)}`,
    status: x.status,
    retryable: passing.has(x.status),
    ...(x.retryAfterMs === undefined ? {} : { retryAfterMs: x.retryAfterMs }),
    ...shown(x.body),
  }),
  /** No waiting helps against an empty account, although it is told with the status of a rate limit. */
  outOfCredit: (x: Whom & Body & { status: number; said?: string }): Failure => ({
    kind: 'auth',
    message: `${x.provider}: the account has no credit left (${x.status})${said(x.said)}`,
    status: x.status,
    retryable: false,
    ...shown(x.body),
  }),
  /** An answer that arrived and is not what the protocol says; `found` completes "answered 200 with …". */
  protocol: (x: Whom & Body & { status?: number; found: string }): Failure => ({
    kind: 'protocol',
    message: `${x.provider} answered ${x.status ?? 200} with ${x.found}`,
    ...(x.status === undefined ? {} : { status: x.status }),
    retryable: true,
    ...shown(x.body),
  }),
  truncated: (x: Whom & Body): Failure => ({
    kind: 'protocol',
    message: `${x.provider} ended its answer in the middle`,
    retryable: true,
    ...shown(x.body),
  }),
  /** An error told inside of an answer that had begun with 200. */
  midStream: (x: Whom & Body & { kind: FailureKind; retryable: boolean; said?: string }): Failure => ({
    kind: x.kind,
    message: `${x.provider} broke off with an error${said(x.said)}`,
    retryable: x.retryable,
    ...shown(x.body),
  }),
  /** The request cannot be sent as it is: the fault is on this side. */
  request: (x: Whom & { detail: string }): Failure => ({
    kind: 'request',
    message: `${x.provider} cannot be asked this${said(x.detail)}`,
    retryable: false,
  }),
  noKey: (x: Whom & { model: string; keys: readonly string[] }): Failure => ({
    kind: 'auth',
    message: `${x.model} needs a key: set ${x.keys.join(' or ')} in the environment, or in a .env file beside the config`,
    retryable: false,
  }),
  noVariable: (x: { model: string; option: string; variable: string }): Failure => ({
    kind: 'auth',
    message: `${x.model}: its ${x.option} names the environment variable ${x.variable}, which is not set`,
    retryable: false,
  }),
  offline: (x: { model: string }): Failure => ({
    kind: 'request',
    message: `${x.model} is asked over the network, which --offline forbids; leave the flag out, or use a local provider`,
    retryable: false,
  }),
  badOptions: (x: { model: string; detail: string }): Failure => ({
    kind: 'request',
    message: `${x.model}: its options cannot be used${said(x.detail)}`,
    retryable: false,
  }),
  noPackage: (x: { model: string; package: string; detail?: string }): Failure => ({
    kind: 'request',
    message: `${x.model} needs the package ${x.package}: run npm install ${x.package} in your project${said(x.detail)}`,
    retryable: false,
  }),
  notAProvider: (x: { model: string; package: string; detail: string }): Failure => ({
    kind: 'request',
    message: `${x.model}: the package ${x.package} is no AI SDK provider that we can use${said(x.detail)}`,
    retryable: false,
  }),
  /** A circuit is open, and there is a fallback: nobody waits for it. */
  paused: (x: Trouble): Failure =>
    lasting(
      x.last,
      `${x.model} is left alone for a while, as nearly all requests fail${said(x.last.message)}`,
    ),
  /** A circuit stays open; `probes` counts what was tried after it had opened. */
  givenUp: (x: Trouble & { probes: number; hasAnswered: boolean }): Failure =>
    lasting(
      x.last,
      `${x.model} is not asked any more in this run: ${x.hasAnswered ? 'nearly all requests failed' : 'it never answered'}, ` +
        `and ${x.probes} more tries with growing pauses failed too${said(x.last.message)}`,
    ),
  /** Nobody answered: neither the model nor, in its place, one of its fallbacks. */
  noneAnswered: (x: { first: Failure; model: string; last: Failure }): Failure => ({
    ...x.first,
    message: `${x.first.message}; in its place ${x.model} failed too${said(x.last.message)}`,
    retryable: false,
  }),
};
