import type { Dispatcher } from 'undici';
import type { Clock } from '../../flow/clock.ts';
import { errorCode } from './error-code.ts';
import { toDispatcher } from './to-dispatcher.ts';

/** One request that costs nothing. The headers may hold a key: they go to this address and nowhere else. */
export type Question = { method: 'GET' | 'OPTIONS'; url: string; headers: Record<string, string> };

/** What kept a server from answering. `proxy-refused` has the proxy's HTTP status as its code. */
export type Obstacle =
  | 'name'
  | 'refused'
  | 'unreachable'
  | 'closed'
  | 'tls'
  | 'tls-protocol'
  | 'timeout'
  | 'proxy-refused'
  | 'proxy-address'
  | 'not-http'
  | 'not-sendable'
  | 'other';

/** What came of it. Times are milliseconds; the body is there when all of it came in time and it is under 8 MB. */
export type Probed =
  | { status: 'answered'; code: number; ms: number; body?: string }
  | { status: 'failed'; why: Obstacle; code?: string; ms: number };

type ProbeWorld = { env: Readonly<Record<string, string | undefined>>; clock: Clock; timeoutMs: number };

const largest = 8 * 1024 * 1024;

/** Asks once, through the proxies that a run would take; redirects are not followed. Never rejects, and never takes longer than the timeout. */
export async function probe(question: Question, world: ProbeWorld): Promise<Probed> {
  const undici = await import('undici');
  const { env, timeoutMs: all } = world;
  let dispatcher: Dispatcher;
  try {
    dispatcher = toDispatcher(undici, env, { connect: all, firstByte: all, idle: all, total: all });
  } catch {
    return { status: 'failed', why: 'proxy-address', ms: 0 };
  }
  const probed = await race(dispatcher, question, world);
  dispatcher.destroy().catch(() => undefined);
  return probed;
}

/** Once the head is here somebody has answered, whatever becomes of the body. */
async function race(
  dispatcher: Dispatcher,
  question: Question,
  { clock, timeoutMs }: ProbeWorld,
): Promise<Probed> {
  const start = clock.now();
  const since = () => clock.now() - start;
  let head: { code: number; ms: number } | undefined;
  const answer = ask(dispatcher, question, (code) => {
    head = { code, ms: since() };
  });
  const over = new AbortController();
  const late = clock.sleep(timeoutMs, over.signal).then(() => {
    throw Object.assign(new Error('too late'), { code: 'ETIMEDOUT' });
  });
  try {
    const body = await Promise.race([answer, late]);
    return { status: 'answered', ...head!, ...(body === undefined ? {} : { body }) };
  } catch (error) {
    return head ? { status: 'answered', ...head } : { status: 'failed', ...toObstacle(error), ms: since() };
  } finally {
    over.abort(new Error('over'));
  }
}

/** The whole body; undefined when it is larger than anybody needs. */
async function ask(
  dispatcher: Dispatcher,
  { url, method, headers }: Question,
  onHead: (code: number) => void,
): Promise<string | undefined> {
  const { origin, pathname, search } = new URL(url);
  const { statusCode, body } = await dispatcher.request({ origin, path: pathname + search, method, headers });
  onHead(statusCode);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > largest) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

const byCode: Record<string, Obstacle> = {
  ENOTFOUND: 'name', EAI_AGAIN: 'name', EAI_FAIL: 'name', EAI_NODATA: 'name',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable', ENETUNREACH: 'unreachable', EADDRNOTAVAIL: 'unreachable', EACCES: 'unreachable', EPERM: 'unreachable',
  ECONNRESET: 'closed', EPIPE: 'closed', UND_ERR_SOCKET: 'closed',
  ETIMEDOUT: 'timeout', UND_ERR_CONNECT_TIMEOUT: 'timeout', UND_ERR_HEADERS_TIMEOUT: 'timeout', UND_ERR_BODY_TIMEOUT: 'timeout',
  EPROTO: 'tls-protocol', UND_ERR_PRX_TLS: 'tls', UND_ERR_INVALID_ARG: 'not-sendable',
}; // biome-ignore format: a table

const certificate = /CERT|SELF_SIGNED|UNABLE_TO|^ERR_TLS_/;
const tunnel = /^Proxy response \((\d+)\)/;

/** What went wrong, by its code: messages may quote what was sent. */
function toObstacle(error: unknown): { why: Obstacle; code?: string } {
  const { name, message } = error as Error;
  const refused = tunnel.exec(message)?.[1];
  if (refused) return { why: 'proxy-refused', code: refused };
  if (name === 'HTTPParserError') return { why: 'not-http' };
  const code = errorCode(error);
  if (code === undefined) return { why: 'other' };
  const why =
    byCode[code] ?? (certificate.test(code) ? 'tls' : /^ERR_SSL_/.test(code) ? 'tls-protocol' : 'other');
  return { why, code };
}
