import { duration } from '../text/duration.ts';
import type { Problem } from './problem.ts';
import { say } from './problems/say.ts';

const { error, warning } = say;
const inEnv = (name: string) => `\${env:${name}}`;

/** The smallest suite that runs: no key, no network. */
const first = [
  'Write evals/hello.eval.yaml, then run "evals run":',
  '  suite: hello',
  '  models: [embedded:echo]',
  '  cases:',
  '    - { id: greeting, vars: { input: hello }, expect: hello }',
].join('\n');

/** What a machine or a project can lack, as `evals doctor` tells it. An error is for the user to mend before a run. */
export const doctorProblems = {
  nodeTooOld: (x: { version: string; least: string }) =>
    error('node-too-old', `Node ${x.version} is too old: evals needs ${x.least} or later.`, 'Install Node 24 from nodejs.org or with your version manager.'),
  noSqlite: (x: { hint: string }) =>
    warning('no-sqlite', 'There is no SQLite for the response cache: this Node has none, and the package libsql is not installed.', `${x.hint}. Until then runs work, and every answer is asked anew.`),
  noProject: (x: { folder: string }) =>
    warning('no-project', `There is no project in ${x.folder}, nor in a folder above it.`, first),
  moreProblems: (x: { count: number }) =>
    error('more-problems', `And ${x.count} more problems in the files.`, '"evals check" shows all of them, with their lines.'),
  dotEnvUnreadable: (x: { detail: string }) =>
    error('dot-env-unreadable', `The file .env beside the config cannot be read: ${x.detail}.`, 'Check who may read it; until then no key in it is seen.'),
  notReady: (x: { model: string; detail: string; isUsed: boolean }) =>
    (x.isUsed ? error : warning)('not-ready', `${x.model} cannot be asked${x.isUsed ? '' : ' (no suite asks it)'}.`, x.detail),
  keyNotSendable: (x: { variable: string }) =>
    error('key-not-sendable', `The key in ${x.variable} has a line break or another character in it that cannot be sent.`, 'Copy the key again, as one line, and set the variable anew.'),
  keyWrapped: (x: { variable: string }) =>
    warning('key-wrapped', `The key in ${x.variable} begins or ends with a blank or a quote, which is sent along.`, 'Set the variable anew, without it.'),
  noPrice: (x: { model: string }) =>
    warning('no-price', `No price is known for ${x.model}: its cost will be shown as unknown.`, 'Check how its id is written. If it is right, state its price in the config: price: { input: 0.25, output: 2 } (US dollars per million tokens).'),
  keyRefused: (x: { address: string; key: string; status: number }) =>
    error('key-refused', `${x.address} refuses the key in ${x.key} (${x.status}).`, 'Make a new key where your provider shows them, and set the variable to it. Check too that the key is for this address.'),
  keyForbidden: (x: { address: string; key: string }) =>
    warning('key-forbidden', `${x.address} does not let the key in ${x.key} list models (403).`, 'A key with few rights may still ask models: try "evals run --sample 1". If that is refused too, look at the rights of the key.'),
  keyWanted: (x: { address: string; status: number }) =>
    error('key-wanted', `${x.address} wants to know who asks (${x.status}), and takes nothing that the config sends.`, `Name the variable with the key in the config: keyFrom: MY_KEY. Or send a header: headers: { authorization: "Bearer ${inEnv('MY_KEY')}" }.`),
  noModelList: (x: { address: string; status: number }) =>
    warning('no-model-list', `${x.address} answers, but has no list of models (${x.status}).`, 'If runs fail too: baseUrl mostly ends in /v1.'),
  notAModelList: (x: { address: string; status: number }) =>
    warning('not-a-model-list', `${x.address} answers ${x.status}, but not with a list of models.`, 'Open the address in a browser: it may be a login page of your network, or baseUrl may lack its /v1.'),
  sentElsewhere: (x: { address: string; status: number }) =>
    error('sent-elsewhere', `${x.address} sends us elsewhere (${x.status}). Runs do not follow, as the key would go along.`, 'Set baseUrl to the address where it leads: often https:// in place of http://.'),
  slowDown: (x: { address: string }) =>
    warning('slow-down', `${x.address} asks us to slow down already (429).`, 'Wait a minute, or look whether others use the same key. Runs wait by themselves.'),
  unwell: (x: { address: string; status: number }) =>
    warning('unwell', `${x.address} is there, and not well (${x.status}).`, 'Wait, and look at the provider’s status page. Runs try again by themselves.'),
  modelNotListed: (x: { model: string; address: string; suggestion?: string }) =>
    warning('model-not-listed', `${x.model} is not in the list of models of ${x.address}.`, x.suggestion ? `Did you mean "${x.suggestion}"?` : 'Check how its id is written, and whether your key may use it.'),
  userNotSent: (x: { address: string }) =>
    warning('user-not-sent', `The user and password in ${x.address} are not sent.`, `Take them out of the address, and send a header: headers: { authorization: "Basic ${inEnv('MY_LOGIN')}" }.`),
  noSuchHost: (x: { address: string; host: string }) =>
    error('no-such-host', `${x.address}: the name ${x.host} cannot be found.`, 'Check your connection and VPN, and how the name is written.'),
  connectionRefused: (x: { address: string; host: string }) =>
    error('connection-refused', `${x.address}: nothing listens at ${x.host}.`, 'Start the server, or check its port.'),
  noWay: (x: { address: string; host: string; code: string }) =>
    error('no-way', `${x.address}: there is no way to ${x.host} (${x.code}).`, 'Check your connection, VPN and firewall.'),
  closedOnUs: (x: { address: string; host: string }) =>
    error('closed-on-us', `${x.address}: ${x.host} closed the connection without an answer.`, 'A firewall may do that, or a server that wants https:// in place of http://. Try again in a minute.'),
  untrustedCertificate: (x: { address: string; host: string; code: string }) =>
    error('untrusted-certificate', `${x.address}: the certificate of ${x.host} is not trusted (${x.code}).`, 'If your company signs its own: set NODE_EXTRA_CA_CERTS to the file with its root certificate. If it has expired: check the clock of this machine.'),
  noTls: (x: { address: string; host: string }) =>
    error('no-tls', `${x.address}: ${x.host} does not speak TLS in a way that we understand.`, 'If the server speaks plain HTTP, write http:// in baseUrl.'),
  silent: (x: { address: string; host: string; ms: number }) =>
    error('silent', `${x.address}: ${x.host} did not answer within ${duration(x.ms)}.`, 'Check VPN, firewall and proxy. A server that loads a model may need a moment: try again.'),
  notHttp: (x: { address: string; host: string }) =>
    error('not-http', `${x.address}: what ${x.host} speaks is not HTTP.`, 'Check the port in baseUrl.'),
  notAsked: (x: { address: string; code: string }) =>
    error('not-asked', `${x.address} could not be asked (${x.code}).`, 'Try again. If it stays, please report it with this line.'),
  notSendable: (x: { address: string }) =>
    error('not-sendable', `${x.address} cannot be asked: a header or the key holds what cannot be sent, such as a line break.`, 'Copy the key again, as one line, and look at the headers in the config.'),
  proxyRefused: (x: { address: string; variable: string; status: string }) =>
    error('proxy-refused', `${x.address}: the proxy in ${x.variable} does not let us through (${x.status}).`, x.status === '407' ? `It wants a user and a password: ${x.variable}=http://user:password@host:port` : 'Ask who runs the proxy, or name the host in NO_PROXY if it is reached without.'),
  proxyUnreached: (x: { address: string; variable: string; reason: string }) =>
    error('proxy-unreached', `${x.address} is asked through the proxy in ${x.variable}, and ${x.reason}.`, `Check ${x.variable}, or name the host in NO_PROXY if it is reached without.`),
  proxyAddress: (x: { variable: string }) =>
    error('proxy-address', `${x.variable} is no address of a proxy.`, `Write it with its protocol: ${x.variable}=http://host:port`),
  allProxy: (x: { variable: string }) =>
    warning('all-proxy', `${x.variable} is set, and evals does not use it.`, 'Set HTTPS_PROXY (and HTTP_PROXY) to the same address.'),
  anyCertificate: (_: object) =>
    warning('any-certificate', 'NODE_TLS_REJECT_UNAUTHORIZED is 0: anybody between here and the provider can read your keys.', 'Take it out, and set NODE_EXTRA_CA_CERTS to the file with the certificate that is missing.'),
  noExtraCertificates: (x: { detail: string }) =>
    warning('no-extra-certificates', `The file in NODE_EXTRA_CA_CERTS cannot be read: ${x.detail}.`, 'Check the path.'),
  notAFolder: (x: { folder: string }) =>
    error('not-a-folder', `${x.folder} is a file, and runs need a folder there.`, 'Move it away.'),
  notWritable: (x: { folder: string; detail: string }) =>
    error('not-writable', `${x.folder} cannot be written to: ${x.detail}.`, `Look who owns it ("ls -ld ${x.folder}"), and whether its disk is mounted read-only.`),
  diskFull: (x: { free: string }) =>
    warning('disk-full', `The disk is nearly full: ${x.free} left.`, 'Make room; old runs under .evals/runs can be deleted.'),
  cacheUnusable: (x: { detail: string; hint: string }) =>
    warning('cache-unusable', `The response cache is off: ${x.detail}.`, x.hint),
  notIgnored: (x: { path: string; isSecret: boolean }) =>
    warning('not-ignored', `Git does not ignore ${x.path}${x.isSecret ? ', where keys are' : ''}.`, `Add the line ${x.path} to .gitignore. If it was committed already: git rm -r --cached ${x.path}${x.isSecret ? ', and make new keys' : ''}`),
  noGit: (_: object) =>
    warning('no-git', 'Git is not installed.', 'Without it name@git:<revision> does not work, and runs do not tell which commit they tested.'),
  gitUnusable: (x: { detail: string }) =>
    warning('git-unusable', `Git cannot be asked about this folder: ${x.detail}.`, 'Try "git status" here; it says what to do.'),
  localeNotUtf8: (x: { variable: string; value: string }) =>
    warning('locale-not-utf8', `This terminal may not show UTF-8 (${x.variable}${x.value ? `=${x.value}` : ' is not set'}).`, 'If signs come out wrong: export LANG=C.UTF-8'),
  checkBroken: (x: { detail: string }) =>
    error('check-broken', `This could not be looked at: ${x.detail}.`, 'Please report it with this line.'),
} satisfies Record<string, (x: never) => Problem>; // biome-ignore format: a table of sentences
