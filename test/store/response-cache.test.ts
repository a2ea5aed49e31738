import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from '../../src/store/database.ts';
import { libsqlDriver } from '../../src/store/libsql-driver.ts';
import { nodeDriver } from '../../src/store/node-driver.ts';
import { openResponseCache } from '../../src/store/open-response-cache.ts';
import { openStore } from '../../src/store/open-store.ts';
import { redactor } from '../../src/text/redactor.ts';
import { fakeClock } from '../flow/fake-clock.ts';
import { keeping } from './keeping.ts';
import { realClock } from './real-clock.ts';

let root: string;
let said: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evals-cache-'));
  said = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = () => join(root, '.evals', 'store.sqlite');
const libsql = await libsqlDriver();
const drivers: [string, Driver][] = [['libsql', libsql]];
const own = nodeDriver();
if (own) drivers.push(['node:sqlite', own]);

type More = { secrets?: string[]; at?: string; clock?: ReturnType<typeof fakeClock>; driver?: Driver };
const open = ({ secrets = [], at = root, clock = fakeClock(), driver }: More = {}) =>
  openResponseCache({
    root: at,
    clock,
    redact: redactor(secrets),
    say: (line) => said.push(line),
    ...(driver ? { drivers: { node: () => driver, libsql: libsqlDriver } } : {}),
  });

/**
 * What is in the file, by one driver. Two SQLites in one process take each other's locks away (a property of POSIX locks),
 * so a test that uses a driver looks with the same.
 */
async function rowsOf(sql: string, { at = root, driver }: { at?: string; driver?: Driver } = {}) {
  const drivers = driver && { node: () => driver, libsql: libsqlDriver };
  const store = (await openStore({ root: at, clock: realClock, create: false, drivers }))!;
  try {
    return store.prepare(sql).all();
  } finally {
    store.close();
  }
}
const countOf = async () => Number((await rowsOf('SELECT count(*) AS n FROM answers'))[0]!.n);

describe.each(drivers)('with %s', (_, driver) => {
  test('an answer comes back as it was, at once and from the file, with its own times', async () => {
    const cache = (await open({ driver }))!;
    const one = keeping('é\u2028 "quoted"', { text: 'a\u0000b \ud83d\ude00 \u001b[31m', warnings: ['w'] });
    expect(cache.read(one.key.key)).toBeUndefined();
    expect(cache.keep(one)).toBe(true);
    expect(cache.read(one.key.key)?.answer).toEqual(one.answer);
    await cache.close();
    const again = (await open({ driver }))!;
    expect(again.read(one.key.key)).toEqual({ answer: one.answer, at: new Date('2025-01-01T00:00:00Z') });
    expect(again.read(keeping('other').key.key)).toBeUndefined();
    await again.close();
    expect(said).toEqual([]);
  });

  test('any answer does', async () => {
    const cache = (await open({ driver }))!;
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.jsonValue(), (text, value) => {
        const call = { name: text, arguments: JSON.parse(JSON.stringify(value)) };
        const one = keeping('any', { text, toolCalls: [call] });
        cache.keep(one);
        expect(cache.read(one.key.key)?.answer).toEqual(one.answer);
      }),
    );
    await cache.close();
  });

  test('what is kept anew takes the place of the old', async () => {
    const cache = (await open({ driver }))!;
    cache.keep(keeping('a', { text: 'old' }));
    await cache.close();
    const again = (await open({ driver }))!;
    again.keep(keeping('a', { text: 'new' }));
    await again.close();
    expect(
      (await rowsOf('SELECT answer FROM answers', { driver })).map(
        ({ answer }) => JSON.parse(String(answer)).text,
      ),
    ).toEqual(['new']);
  });
});

test.skipIf(!own)('what libsql writes in one process the SQLite of Node reads in another', async () => {
  const { ended } = writer('far', 10, 'libsql');
  expect(await ended).toEqual({ out: 'done\n', err: '' });
  const cache = (await open({ driver: own }))!;
  expect(cache.read(keeping('far-9').key.key)?.answer.text).toMatch(/^far-9 /);
  await cache.close();
});

test('the folder keeps itself out of git', async () => {
  await (await open())!.close();
  expect(readFileSync(join(root, '.evals', '.gitignore'), 'utf8')).toBe('*\n');
});

describe('writing', () => {
  test('256 answers are one write, and what has come within the beat another', async () => {
    const beats: (() => void)[] = [];
    const clock = {
      ...fakeClock(),
      sleep: (_: number, signal?: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          beats.push(resolve);
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    };
    const cache = (await open({ clock }))!;
    for (let index = 0; index < 255; index++) cache.keep(keeping(`c${index}`));
    expect(await countOf()).toBe(0);
    cache.keep(keeping('last'));
    expect(await countOf()).toBe(256);
    cache.keep(keeping('late'));
    expect(await countOf()).toBe(256);
    for (const beat of beats) beat();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await countOf()).toBe(257);
    cache.keep(keeping('at the end'));
    await cache.close();
    expect(await countOf()).toBe(258);
  });

  test('a long message is in the file once, however many refer to it', async () => {
    const system = { role: 'system' as const, content: 'policy '.repeat(1000) };
    const cache = (await open())!;
    for (let index = 0; index < 200; index++)
      cache.keep(keeping(`c${index}`, {}, { messages: [system, { role: 'user', content: `q${index}` }] }));
    await cache.close();
    expect(await rowsOf('SELECT content FROM texts')).toMatchObject([{ content: system.content }]);
    expect((await rowsOf('SELECT max(length(messages)) AS n FROM answers'))[0]!.n).toBeLessThan(120);
    expect(await rowsOf('SELECT digest FROM arms')).toHaveLength(1);
  });
});

describe('secrets', () => {
  const secret = 'sk-"canary"/42\\x';

  test('an answer in which one stands is not kept', async () => {
    const cache = (await open({ secrets: [secret] }))!;
    const leaks = [{ text: `it is ${secret}` }, { toolCalls: [{ name: 't', arguments: { a: [secret] } }] }];
    for (const leak of leaks) expect(cache.keep(keeping('leak', leak))).toBe(false);
    expect(cache.read(keeping('leak').key.key)).toBeUndefined();
    await cache.close();
    expect(await countOf()).toBe(0);
  });

  test('of a request they are taken out', async () => {
    const cache = (await open({ secrets: [secret, 'messages', 'content'] }))!;
    const long = { role: 'system' as const, content: `${secret} `.repeat(200) };
    const asked = { messages: [long, { role: 'user' as const, content: `mine is ${secret}` }] };
    expect(cache.keep(keeping('a', {}, { ...asked, suite: secret }))).toBe(true);
    await cache.close();
    const bytes = readdirSync(join(root, '.evals')).map((name) =>
      readFileSync(join(root, '.evals', name), 'latin1'),
    );
    for (const form of [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)])
      expect(bytes.join('')).not.toContain(form);
    const [row] = await rowsOf('SELECT messages FROM answers');
    expect(JSON.parse(String(row!.messages))).toMatchObject([
      { role: 'system', text: expect.stringMatching(/^[0-9a-f]{16}$/) },
      { role: 'user', content: 'mine is [redacted]' },
    ]);
  });
});

describe('what cannot be used is said once, in a sentence, and is left as it is', () => {
  const inFile = (bytes: string | Buffer) => {
    mkdirSync(join(root, '.evals'));
    writeFileSync(file(), bytes);
  };

  test.each<[string, RegExp, () => void]>([
    [
      'no database',
      /damaged, or is no database.*cache clear/,
      () => inFile('this is my shopping list\n'.repeat(400)),
    ],
    [
      'a file where the folder should be',
      /cannot be used|cannot be/,
      () => writeFileSync(join(root, '.evals'), ''),
    ],
    ['a folder where the file should be', /cannot be used: /, () => mkdirSync(file(), { recursive: true })],
  ])('%s', async (_, sentence, make) => {
    make();
    const before = readdirSync(root, { recursive: true });
    expect(await open()).toBeUndefined();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^The response cache is off: /);
    expect(said[0]).toMatch(sentence);
    expect(said[0]).toContain('The run goes on without it.');
    expect(
      readdirSync(root, { recursive: true }).filter((name) => !String(name).endsWith('.gitignore')),
    ).toEqual(before);
  });

  test.each([
    ['newer', 'PRAGMA user_version = 2', /newer evals \(format 2\)/],
    ['of something else', 'PRAGMA application_id = 7', /something else/],
  ])('a database that is %s', async (_, sql, sentence) => {
    await (await open())!.close();
    const store = (await openStore({ root, clock: realClock, create: false }))!;
    store.exec(sql);
    store.close();
    expect(await open()).toBeUndefined();
    expect(said.join('\n')).toMatch(sentence);
  });

  test('neither SQLite is there', async () => {
    const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
    const none = { node: () => undefined, libsql: () => Promise.reject(missing) };
    const say = (line: string) => said.push(line);
    expect(
      await openResponseCache({ root, clock: fakeClock(), redact: String, say, drivers: none }),
    ).toBeUndefined();
    expect(said).toEqual([
      'The response cache is off: this Node has no SQLite of its own, and the package libsql is not installed. The run goes on without it. Use Node 22.13 or later, or install it: npm install --save-dev libsql@0.5.29',
    ]);
  });

  test.each(drivers)('pages that are damaged while it is read, %s', async (_, driver) => {
    const cache = (await open({ driver }))!;
    for (let index = 0; index < 2000; index++) cache.keep(keeping(`c${index}`));
    await cache.close();
    await rowsOf('PRAGMA wal_checkpoint(TRUNCATE)', { driver });
    const bytes = readFileSync(file());
    for (let at = 4096 * 8; at < bytes.length; at += 5) bytes[at] = (bytes[at]! * 31 + 7) & 255;
    writeFileSync(file(), bytes);
    const again = (await open({ driver }))!;
    for (let index = 0; index < 2000; index++) again.read(keeping(`c${index}`).key.key);
    again.keep(keeping('more'));
    await again.close();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/damaged/);
  });

  test('an entry that is no JSON is as good as none', async () => {
    const cache = (await open())!;
    cache.keep(keeping('a'));
    await cache.close();
    const store = (await openStore({ root, clock: realClock, create: false }))!;
    store.exec("UPDATE answers SET answer = '{'");
    store.close();
    const again = (await open())!;
    expect(again.read(keeping('a').key.key)).toBeUndefined();
    await again.close();
  });

  test.each(drivers)('a file that somebody holds for long, %s', { timeout: 60_000 }, async (_, driver) => {
    const cache = (await open({ driver }))!;
    const other = driver(file());
    other.exec('BEGIN IMMEDIATE');
    for (let index = 0; index < 100; index++) expect(cache.keep(keeping(`c${index}`))).toBe(true);
    // The clock of the test does not wait: 40 tries in vain are as many beats.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(said.join('\n')).toMatch(
      /another program holds .* locked\. 100 answers are not kept; the run goes on/,
    );
    expect(cache.keep(keeping('later'))).toBe(false);
    expect(cache.read(keeping('c1').key.key)).toBeUndefined();
    other.exec('ROLLBACK');
    other.close();
    await cache.close();
    expect(said).toHaveLength(1);
  });

  test('a file that somebody holds for a moment loses nothing', async () => {
    const cache = (await open({ clock: Object.assign(fakeClock(), realClock) }))!;
    const other = (own ?? libsql)(file());
    other.exec('BEGIN IMMEDIATE');
    for (let index = 0; index < 200; index++) cache.keep(keeping(`c${index}`));
    expect(cache.read(keeping('c199').key.key)?.answer.text).toBe('answer to c199');
    other.exec('COMMIT');
    other.close();
    await realClock.sleep(400);
    expect(await countOf()).toBe(200);
    await cache.close();
    expect(said).toEqual([]);
  });
});

/** A disk of so many bytes, or why there is none here. */
function smallDisk(folder: string): string | undefined {
  try {
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return `a full disk is not tried: mount said ${(error as Error).message.split('\n').at(-2) ?? 'no'}`;
  }
}

test.each(drivers)('a disk that fills: said once, and what was there is whole, %s', async (_, driver) => {
  const disk = join(root, 'disk');
  const excuse = smallDisk(disk);
  if (excuse) return console.warn(excuse);
  try {
    const cache = (await open({ at: disk, driver }))!;
    let kept = 0;
    for (let index = 0; index < 2000; index++)
      if (cache.keep(keeping(`c${index}`, { text: 'x'.repeat(500) }))) kept += 1;
    expect(kept).toBeLessThan(2000);
    await cache.close();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/the disk is full\. \d+ answers are not kept/);
    expect(await rowsOf('PRAGMA integrity_check', { at: disk, driver })).toMatchObject([
      { integrity_check: 'ok' },
    ]);
    const again = (await open({ at: disk, driver }))!;
    expect(again.read(keeping('c0').key.key)?.answer.text).toBe('x'.repeat(500));
    await again.close();
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

test.each(drivers)('a disk that takes no writes: said once, %s', async (_, driver) => {
  const disk = join(root, 'disk');
  const excuse = smallDisk(disk);
  if (excuse) return console.warn(excuse);
  try {
    // By way of a copy: a disk on which somebody has a file open cannot be made read-only.
    await (await open({ driver }))!.close();
    mkdirSync(join(disk, '.evals'));
    copyFileSync(file(), join(disk, '.evals', 'store.sqlite'));
    execFileSync('mount', ['-o', 'remount,ro', disk], { stdio: 'pipe' });
    expect(await open({ at: disk, driver })).toBeUndefined();
    expect(said).toEqual([
      expect.stringMatching(/^The response cache is off: .*cannot be used: .*Check who may write/),
    ]);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

/** Starts a process that keeps so many answers; `begun` when it is in the middle of it. */
function writer(name: string, count: number, driver = '') {
  const script = join(import.meta.dirname, 'cache-process.ts');
  const child: ChildProcess = spawn(process.execPath, [
    '--import',
    'tsx',
    script,
    root,
    name,
    String(count),
    driver,
  ]);
  let out = '';
  let err = '';
  const begun = new Promise<void>((resolve) => {
    child.stdout!.on('data', (bytes) => {
      out += bytes;
      if (out.includes('begun')) resolve();
    });
  });
  child.stderr!.on('data', (bytes) => {
    err += bytes;
  });
  const ended = new Promise<{ out: string; err: string }>((resolve) =>
    child.on('close', () => resolve({ out, err })),
  );
  return { child, begun, ended };
}

describe('several processes', () => {
  test('write at once, and nothing is lost', { timeout: 60_000 }, async () => {
    const writers = ['a', 'b', 'c', 'd'].map((name) => writer(name, 1000));
    const ends = await Promise.all(writers.map(({ ended }) => ended));
    expect(ends).toEqual(Array(4).fill({ out: 'begun\ndone\n', err: '' }));
    expect(await countOf()).toBe(4000);
    expect(await rowsOf('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
  });

  test('one is killed in the middle, at any moment: no entry is torn, and the others go on', {
    timeout: 120_000,
  }, async () => {
    for (const afterMs of [0, 15, 60]) {
      const [victim, witness] = [writer(`v${afterMs}`, 1_000_000), writer(`w${afterMs}`, 500)];
      await victim.begun;
      await realClock.sleep(afterMs);
      victim.child.kill('SIGKILL');
      await victim.ended;
      expect(await witness.ended).toEqual({ out: 'begun\ndone\n', err: '' });
    }
    expect(await rowsOf('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
    const rows = await rowsOf('SELECT trial, answer FROM answers');
    const names = rows.map(({ trial, answer }) => {
      const [, name] = JSON.parse(String(trial)) as [string, string];
      expect(JSON.parse(String(answer)).text).toBe(`${name} `.repeat(200));
      return name;
    });
    expect(names.filter((name) => name.startsWith('w'))).toHaveLength(1500);
    expect(names.filter((name) => name.startsWith('v')).length).toBeGreaterThanOrEqual(3 * 256);
  });
});
