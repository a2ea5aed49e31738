import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KeyPair, keyPair } from '../../store/holdout/sealed-project.ts';
import { files, filesWith, gitIn, heldYaml, marker } from '../holdout/holdout-project.ts';
import { builtBin } from './built-bin.ts';
import { type Ended, project, type TestProject } from './project.ts';

const [plain, age, lock] = ['yaml', 'age', 'lock.json'].map((end) => `evals/a.holdout.${end}`) as [
  string,
  string,
  string,
];
let bin: string;
let [own, others]: KeyPair[] = [];
const made: TestProject[] = [];
beforeAll(async () => {
  bin = await builtBin();
  [own, others] = await Promise.all([keyPair(), keyPair()]);
}, 120_000);
afterAll(() => {
  for (const one of made) one.remove();
});

/** A project with a folder for temporary files of its own; `run` also sees that no file anywhere has a case in it. */
function sealedProject(more: Record<string, string> = {}) {
  const at = project(bin, { ...files, 'temp/.keep': '', ...more });
  made.push(at);
  const temp = join(at.folder, 'temp');
  const env = (identity?: string) => ({ TMPDIR: temp, ...(identity ? { EVALS_HOLDOUT_KEY: identity } : {}) });
  return {
    ...at,
    path: (file: string) => join(at.folder, file),
    read: (file: string) => readFileSync(join(at.folder, file), 'utf8'),
    plainFiles: () => filesWith(marker, [at.folder]),
    run: (words: string[], identity?: string): Promise<Ended> => at.run(words, env(identity)),
    pipe(words: string[], input: string, identity?: string): Promise<Ended> {
      const { child, ended } = at.start(words, env(identity));
      child.stdin!.end(input);
      return ended;
    },
  };
}
type SealedProject = ReturnType<typeof sealedProject>;

async function sealed(more: Record<string, string> = {}): Promise<SealedProject> {
  const at = sealedProject(more);
  const ended = await at.run(['holdout', 'seal', 'a', '--to', own!.recipient], own!.identity);
  expect(ended).toMatchObject({ code: 0, err: '' });
  return at;
}

/** Commands that meet the files of a holdout: those that only look at them, and those that open and write them. */
const commands = [
  ['check'],
  ['run', '-q'],
  ['holdout', 'check'],
  ['holdout', 'add', 'a'],
  ['holdout', 'open', 'a', '--reason', 'x'],
];
/** Calls every command, and looks after each that it says what is wrong and left no plain text behind. */
async function refusing(at: SealedProject, code: string, allowed: string[] = []): Promise<void> {
  for (const words of commands) {
    const { code: exit, out, err } = await at.pipe(words, '', own!.identity);
    expect([words.join(' '), exit, [...err.matchAll(/^error\[([\w-]+)\]/gm)].map(([, one]) => one)]).toEqual([
      words.join(' '),
      2,
      [code],
    ]);
    expect(out + err).not.toContain(marker);
    expect(out + err).not.toContain(own!.identity);
    expect(err).not.toContain('mistake in evals itself');
    expect(await at.plainFiles()).toEqual(allowed);
  }
}

describe('attacks on a sealed holdout, met by every command', () => {
  test('cut off', async () => {
    const at = await sealed();
    at.write({ [age]: at.read(age).slice(0, 300) });
    await refusing(at, 'holdout-changed');
  }, 60_000);

  test('a bit flipped', async () => {
    const at = await sealed();
    const bytes = readFileSync(at.path(age));
    bytes[bytes.length - 60]! ^= 1;
    writeFileSync(at.path(age), bytes);
    await refusing(at, 'holdout-changed');
  }, 60_000);

  test('swapped for another set of the same suite', async () => {
    const [at, other] = [await sealed(), await sealed()];
    at.write({ [age]: other.read(age) });
    await refusing(at, 'holdout-changed');
  }, 60_000);

  test('the lock edited by hand', async () => {
    const at = await sealed();
    at.write({ [lock]: at.read(lock).replace('"looks":10', '"looks":99') });
    await refusing(at, 'edited-holdout-lock');
  }, 60_000);

  test('a plain file put beside it', async () => {
    const at = await sealed({});
    at.write({ [plain]: heldYaml('four') });
    await refusing(at, 'holdout-beside', [at.path(plain)]);
  }, 60_000);

  test('a link put in its place', async () => {
    const at = await sealed();
    mkdirSync(at.path('elsewhere'));
    at.write({ 'elsewhere/a.age': at.read(age) });
    rmSync(at.path(age));
    symlinkSync('../elsewhere/a.age', at.path(age));
    await refusing(at, 'holdout-link');
  }, 60_000);

  test('the wrong key: who needs none goes on, who needs one says so', async () => {
    const at = await sealed();
    for (const words of [
      ['holdout', 'open', 'a', '--reason', 'x'],
      ['holdout', 'rekey', 'a', '--add', others!.recipient],
    ]) {
      const ended = await at.run(words, others!.identity);
      expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('error[holdout-key-wrong]')]);
      expect(ended.err).not.toContain(others!.identity);
    }
    for (const words of [['check'], ['holdout', 'status'], ['holdout', 'check'], ['run', '-q']])
      expect(await at.run(words, others!.identity)).toMatchObject({ code: 0 });
    expect(await at.plainFiles()).toEqual([]);
  }, 60_000);
});

test('the whole life of one: no file ever has a case in it, but what is asked for', async () => {
  const at = sealedProject();
  gitIn(at.folder, 'init', '-q');
  const steps: [words: string[], input?: string][] = [
    [['holdout', 'seal', 'a', '--to', own!.recipient]],
    [
      ['holdout', 'add', 'a'],
      `{"id":"four","input":"${marker} that nobody ordered is at my door","expect":"yes"}`,
    ],
    [['check']],
    [['run', '-q']],
    [['holdout', 'check']],
    [['holdout', 'rekey', 'a', '--add', others!.recipient]],
    [['holdout', 'status']],
  ];
  for (const [words, input = ''] of steps) {
    const ended = await at.pipe(words, input, own!.identity);
    expect([words[1], ended.code === 0 || ended.err]).toEqual([words[1], true]);
    expect([words[1], await at.plainFiles()]).toEqual([words[1], []]);
    expect(ended.out).not.toContain(marker);
  }
  const opened = await at.run(['holdout', 'open', 'a', '--reason', 'over'], others!.identity);
  expect(opened.out.match(new RegExp(marker, 'g'))).toHaveLength(4);
  expect(await at.plainFiles()).toEqual([]);
}, 60_000);

test('killed while it seals: the plain file is whole, or gone with the sealed one whole', async () => {
  for (let ms = 100; ms <= 460; ms += 60) {
    const at = sealedProject();
    const { child, ended } = at.start(['holdout', 'seal', 'a', '--to', own!.recipient], {
      TMPDIR: at.path('temp'),
    });
    setTimeout(() => child.kill('SIGKILL'), ms);
    await ended;
    const isPlain = existsSync(at.path(plain)) && at.read(plain) === files[plain as keyof typeof files];
    const status = existsSync(at.path(plain))
      ? undefined
      : await at.run(['holdout', 'open', 'a', '--reason', 'x'], own!.identity);
    expect([ms, isPlain || status?.code === 0]).toEqual([ms, true]);
    expect(await filesWith(marker, [at.folder])).toEqual(isPlain ? [at.path(plain)] : []);
  }
}, 120_000);

test('the key never reaches the screen, whatever a command is told', async () => {
  const at = await sealed();
  const lower = own!.identity.toLowerCase();
  for (const words of [
    ['holdout', own!.identity],
    ['holdout', 'status', own!.identity],
    ['run', own!.identity, '--model', own!.identity],
    ['holdout', 'open', lower],
  ]) {
    const { out, err } = await at.run(words, `${others!.identity}\n${own!.identity}`);
    expect(out + err).not.toContain(own!.identity);
    expect(out + err).not.toContain(lower);
  }
}, 60_000);
