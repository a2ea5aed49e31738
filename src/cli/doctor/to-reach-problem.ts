import { doctorProblems as say } from '../../domain/doctor-problems.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Reached } from '../../providers/probe-endpoint.ts';
import type { ProxyInUse } from '../../providers/wire/proxy-for.ts';

type Failed = Extract<Reached, { status: 'failed' }>;
type Obstacle = Exclude<Failed['why'], 'proxy-address'>;

/** What the one who asks knows beside the answer; the address is already fit for the screen. */
export type Around = { address: string; host: string; proxy?: ProxyInUse };

type Reason = {
  why: 'connect' | 'peer';
  say(x: { address: string; host: string; code: string; ms: number }): Problem;
  short: string;
};

/** `connect` may as well be the proxy's, where there is one: then `short` is said of it. */
const reasons: Record<Exclude<Obstacle, 'proxy-refused'>, Reason> = {
  name: { why: 'connect', say: say.noSuchHost, short: 'its name cannot be found' },
  refused: { why: 'connect', say: say.connectionRefused, short: 'nothing listens there' },
  unreachable: { why: 'connect', say: say.noWay, short: 'there is no way to it' },
  timeout: { why: 'connect', say: say.silent, short: 'no answer came in time' },
  closed: { why: 'connect', say: say.closedOnUs, short: 'the connection was closed without an answer' },
  tls: { why: 'peer', say: say.untrustedCertificate, short: '' },
  'tls-protocol': { why: 'peer', say: say.noTls, short: '' },
  'not-http': { why: 'peer', say: say.notHttp, short: '' },
  'not-sendable': { why: 'peer', say: say.notSendable, short: '' },
  other: { why: 'peer', say: say.notAsked, short: '' },
}; // biome-ignore format: a table

/** Why nobody answered, in words. What the server or the system said is not in it: that may quote what was sent. */
export function toReachProblem(
  { why, code = why, ms }: Omit<Failed, 'why'> & { why: Obstacle },
  { address, host, proxy }: Around,
): Problem {
  const variable = proxy?.variable ?? 'HTTPS_PROXY';
  if (why === 'proxy-refused') return say.proxyRefused({ address, variable, status: code });
  const reason = reasons[why];
  if (proxy && reason.why === 'connect')
    return say.proxyUnreached({ address, variable, reason: reason.short });
  return reason.say({ address, host, code, ms });
}
