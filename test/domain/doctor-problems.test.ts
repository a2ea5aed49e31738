import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { doctorPage } from '../../src/cli/doctor/doctor-page.ts';
import { found } from '../../src/cli/doctor/found.ts';
import { doctorProblems as say } from '../../src/domain/doctor-problems.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { ink } from '../../src/reporters/terminal/ink.ts';
import { house } from '../laws/house.ts';

const address = 'https://gateway.example/v1';
const host = 'gateway.example';
const at = { address, host, code: 'EHOSTUNREACH', ms: 5000 };
const variable = 'HTTPS_PROXY';

/** Every sentence of the doctor, with the values that a person would see in it. */
const samples: Record<keyof typeof say, Problem[]> = {
  nodeTooOld: [say.nodeTooOld({ version: '18.20.1', least: '20.19' })],
  noSqlite: [say.noSqlite({ hint: 'Use Node 22.13 or later, or install it: npm install --save-dev libsql@0.5.29' })],
  noProject: [say.noProject({ folder: '/home/ann/shop' })],
  moreProblems: [say.moreProblems({ count: 12 })],
  dotEnvUnreadable: [say.dotEnvUnreadable({ detail: 'it may not be read' })],
  notReady: [true, false].map((isUsed) =>
    say.notReady({ model: 'fast', isUsed, detail: 'It needs a key: set OPENAI_API_KEY in the environment.' }),
  ),
  keyNotSendable: [say.keyNotSendable({ variable: 'OPENAI_API_KEY' })],
  keyWrapped: [say.keyWrapped({ variable: 'OPENAI_API_KEY' })],
  noPrice: [say.noPrice({ model: 'openai:gpt-5-mnii' })],
  keyRefused: [say.keyRefused({ address, key: 'OPENAI_API_KEY', status: 401 })],
  keyForbidden: [say.keyForbidden({ address, key: 'OPENAI_API_KEY' })],
  keyWanted: [say.keyWanted({ address, status: 401 })],
  noModelList: [say.noModelList({ address: 'http://127.0.0.1:11434', status: 404 })],
  notAModelList: [say.notAModelList({ address, status: 200 })],
  sentElsewhere: [say.sentElsewhere({ address, status: 301 })],
  slowDown: [say.slowDown({ address })],
  unwell: [say.unwell({ address, status: 503 })],
  modelNotListed: [
    say.modelNotListed({ model: 'fast (gpt-5-mnii)', address, suggestion: 'gpt-5-mini' }),
    say.modelNotListed({ model: 'fast', address }),
  ],
  userNotSent: [say.userNotSent({ address: 'https://[redacted]@gateway.example/v1' })],
  noSuchHost: [say.noSuchHost(at)],
  connectionRefused: [say.connectionRefused({ address: 'http://127.0.0.1:11434/v1', host: '127.0.0.1:11434' })],
  noWay: [say.noWay(at)],
  closedOnUs: [say.closedOnUs(at)],
  untrustedCertificate: [say.untrustedCertificate({ ...at, code: 'SELF_SIGNED_CERT_IN_CHAIN' })],
  noTls: [say.noTls(at)],
  silent: [say.silent(at)],
  notHttp: [say.notHttp(at)],
  notAsked: [say.notAsked({ address, code: 'EWHATEVER' })],
  notSendable: [say.notSendable({ address })],
  proxyRefused: ['407', '403'].map((status) => say.proxyRefused({ address, variable, status })),
  proxyUnreached: [say.proxyUnreached({ address, variable, reason: 'nothing listens there' })],
  proxyAddress: [say.proxyAddress({ variable })],
  allProxy: [say.allProxy({ variable: 'ALL_PROXY' })],
  anyCertificate: [say.anyCertificate({})],
  noExtraCertificates: [say.noExtraCertificates({ detail: 'it does not exist' })],
  notAFolder: [say.notAFolder({ folder: '/home/ann/shop/.evals' })],
  notWritable: [say.notWritable({ folder: '/home/ann/shop/.evals', detail: 'its disk is read-only' })],
  diskFull: [say.diskFull({ free: '120 MB' })],
  cacheUnusable: [
    say.cacheUnusable({ detail: '.evals/store.sqlite is damaged, or is no database', hint: '"evals cache clear" makes a new one.' }),
  ],
  notIgnored: [
    say.notIgnored({ path: '.evals/', isSecret: false }),
    say.notIgnored({ path: '.env', isSecret: true }),
  ],
  noGit: [say.noGit({})],
  gitUnusable: [say.gitUnusable({ detail: 'detected dubious ownership in repository' })],
  localeNotUtf8: [
    say.localeNotUtf8({ variable: 'LC_ALL', value: 'C' }),
    say.localeNotUtf8({ variable: 'LANG', value: '' }),
  ],
  checkBroken: [say.checkBroken({ detail: 'EIO: i/o error' })],
}; // biome-ignore format: a table

test('every sentence is told somewhere, under a code that is its name', () => {
  const code = house()
    .map(({ text }) => text)
    .join('\n');
  const toKebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const names = Object.keys(say);
  expect(names.filter((name) => !new RegExp(`\\b(say|doctorProblems)\\.${name}\\b`).test(code))).toEqual([]);
  const codes = Object.values(samples).map(([first]) => first!.code);
  expect(codes).toEqual(Object.keys(samples).map(toKebab));
});

test('every sentence says what to do, and has no hole in it', () => {
  const all = Object.values(samples).flat();
  expect(all.filter(({ hint }) => !hint)).toEqual([]);
  const holed = all.filter(({ message, hint }) =>
    /undefined|\[object|NaN|\.\.$/m.test(`${message}\n${hint}`),
  );
  expect(holed).toEqual([]);
  expect(all.filter(({ message }) => !/[.)]$/.test(message))).toEqual([]);
});

test('the page of all of them, as they are shown', async () => {
  const { entries } = doctorPage({ paint: await ink(false), width: 100, isPlain: false });
  const page = Object.values(samples)
    .map((some) => entries(some.map((one) => found.problem(one))).join('\n'))
    .join('\n');
  const golden = join(import.meta.dirname, 'golden', 'doctor.txt');
  if (process.env.UPDATE_GOLDEN) await writeFile(golden, `${page}\n`);
  expect(`${page}\n`).toBe(await readFile(golden, 'utf8'));
});
