/** The proxy that a request goes through: the variable that names it, and its address as it stands there. */
export type ProxyInUse = { variable: string; address: string };

type Env = Readonly<Record<string, string | undefined>>;

const usual: Record<string, number> = { 'http:': 80, 'https:': 443 };
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The proxy that our dispatcher takes for an address; undefined for a direct connection. It answers as undici's
 * EnvHttpProxyAgent decides, which tells nobody: a connection that is refused may have been the proxy's.
 */
export function proxyFor(url: string, env: Env): ProxyInUse | undefined {
  const { protocol, hostname, port } = new URL(url);
  const names = ['http_proxy', 'HTTP_PROXY'];
  if (protocol === 'https:') names.unshift('https_proxy', 'HTTPS_PROXY');
  const variable = names.find((name) => env[name]);
  if (!variable || isDirect(hostname, Number(port) || usual[protocol]!, env)) return undefined;
  return { variable, address: env[variable]! };
}

function isDirect(host: string, port: number, env: Env): boolean {
  const named = (env.no_proxy ?? env.NO_PROXY ?? '').trim();
  if (named === '*') return true;
  return [...loopback, ...named.split(/[,\s]+/)].filter(Boolean).some((entry) => {
    const [, name = entry, only] = /^(.+):(\d+)$/.exec(entry) ?? [];
    const domain = name.replace(/^\*?\./, '').toLowerCase();
    if (only && Number(only) !== port) return false;
    return host === domain || host.endsWith(`.${domain}`);
  });
}
