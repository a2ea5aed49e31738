import { access, constants } from 'node:fs/promises';
import { doctorProblems } from '../../domain/doctor-problems.ts';
import { whyUnreadable } from '../../load/why-unreadable.ts';
import { maskAddresses } from '../../text/mask-addresses.ts';
import type { World } from '../world.ts';
import type { Finding } from './finding.ts';
import { found } from './found.ts';

type Env = World['env'];
const used = ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'HTTPS_PROXY'];
const unused = ['all_proxy', 'ALL_PROXY'];
const exceptions = ['no_proxy', 'NO_PROXY'];

/** The variables that change how a provider is reached. */
export async function proxies(env: Env): Promise<Finding[]> {
  const isSet = (name: string) => Boolean(env[name]);
  const isProxied = used.some(isSet);
  return [
    ...used.filter(isSet).map((name) => ofProxy(name, env[name]!)),
    ...(isProxied ? exceptions.filter(isSet) : []).map((name) => found.note('no-proxy', `${name}: ${env[name]}`)),
    ...(isProxied ? [] : unused.filter(isSet)).map((variable) => found.problem(doctorProblems.allProxy({ variable }))),
    ...(isProxied || unused.some(isSet) ? [] : [found.good('proxy', 'No proxy is set')]),
    ...(env.NODE_TLS_REJECT_UNAUTHORIZED === '0' ? [found.problem(doctorProblems.anyCertificate({}))] : []),
    ...(await extraCertificates(env.NODE_EXTRA_CA_CERTS)),
  ]; // biome-ignore format: a table
}

/** Of an address that cannot be read nothing is shown: it may be a password that stands where it does not belong. */
function ofProxy(variable: string, value: string): Finding {
  const { protocol, host } = URL.canParse(value) ? new URL(value) : { protocol: '', host: '' };
  if (!/^(https?|socks5?):$/.test(protocol) || !host)
    return found.problem(doctorProblems.proxyAddress({ variable }));
  return found.note('proxy', `${variable}: ${maskAddresses(value)}`);
}

async function extraCertificates(file: string | undefined): Promise<Finding[]> {
  if (!file) return [];
  return access(file, constants.R_OK).then(
    () => [found.note('extra-certificates', `NODE_EXTRA_CA_CERTS: ${file}`)],
    (error: unknown) => [found.problem(doctorProblems.noExtraCertificates({ detail: whyUnreadable(error) }))],
  );
}
