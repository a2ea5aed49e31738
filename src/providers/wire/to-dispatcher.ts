import type { Agent, Dispatcher } from 'undici';
import type { Limits } from '../../domain/limits.ts';

// Loopback is never behind a proxy: a local model would be looked for on the proxy's own machine.
const direct = 'localhost,127.0.0.1,[::1]';

/** Direct connections, or through the proxies that `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` name. */
export function toDispatcher(
  undici: typeof import('undici'),
  env: Readonly<Record<string, string | undefined>>,
  timeouts: Limits['timeouts'],
): Dispatcher {
  const settings: Agent.Options = { connect: { timeout: timeouts.connect } };
  const httpProxy = env.http_proxy || env.HTTP_PROXY || '';
  const httpsProxy = env.https_proxy || env.HTTPS_PROXY || '';
  if (!httpProxy && !httpsProxy) return new undici.Agent(settings);
  const named = env.no_proxy ?? env.NO_PROXY ?? '';
  const noProxy = named.trim() === '*' ? '*' : `${direct},${named}`;
  return new undici.EnvHttpProxyAgent({ ...settings, httpProxy, httpsProxy, noProxy });
}
