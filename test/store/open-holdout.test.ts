import { readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { HoldoutLock } from '../../src/domain/holdout.ts';
import { holdoutDigest } from '../../src/domain/holdout-digest.ts';
import { holdoutLeaves } from '../../src/domain/holdout-leaves.ts';
import { readHoldoutText } from '../../src/load/read-holdout-text.ts';
import { parseHoldoutLock } from '../../src/store/holdout/parse-holdout-lock.ts';
import { printHoldoutLock } from '../../src/store/holdout/print-holdout-lock.ts';
import { sealBatch } from '../../src/store/holdout/seal-batch.ts';
import type { SealedSet } from '../../src/store/holdout/seal-set.ts';
import { sha256 } from '../../src/text/sha256.ts';
import { filesOnDisk } from '../load/files-on-disk.ts';
import {
  canary, filesOf, holdoutCases, type KeyPair, keyPair, lockFile, marker, opened, openedAt, plainFile, sealedFile,
  sealedSet, withRecord,
} from './holdout/sealed-project.ts'; // biome-ignore format: names

let [own, others, second]: KeyPair[] = [];
let set: SealedSet;
beforeAll(async () => {
  [own, others, second] = await Promise.all([keyPair(), keyPair(), keyPair()]);
  set = await sealedSet([own!, second!]);
});

const codes = (told: string[] | string) =>
  typeof told === 'string' ? told : told.map((one) => one.split(':')[0]!);

/** The printed lock with one thing in it changed, and a digest that fits again: what whoever forges one would do. */
function forged(change: (lock: HoldoutLock) => void): string {
  const lock = structuredClone(withRecord(set));
  change(lock);
  return printHoldoutLock(lock);
}

describe('a sealed holdout', () => {
  test.each(['own', 'second'])('opens in memory to each of its recipients: %s', async (who) => {
    const { identity } = who === 'own' ? own! : second!;
    const text = await opened(filesOf(set), identity);
    const { value } = readHoldoutText(String(text), 'x');
    expect(value).toEqual({ canary, cases: holdoutCases(3) });
  });

  test('opens with a key that stands as age writes it to a file, among others', async () => {
    const identity = `# created: today\n# public key: ${own!.recipient}\n${own!.identity}\r\n${others!.identity}\n`;
    expect(await opened(filesOf(set), identity)).toContain(marker);
  });

  test('has nothing of its cases in its files', () => {
    for (const text of Object.values(filesOf(set))) {
      expect(text).not.toContain(marker);
      expect(text).not.toContain('case-1');
      expect(text).not.toContain(canary);
    }
  });

  test.each<[string, string | undefined, string]>([
    ['no key', undefined, 'holdout-key-missing'],
    ['an empty key', '  \n', 'holdout-key-missing'],
    ['nonsense', 'hunter2', 'holdout-key-malformed'],
    ['a key that was cut off', 'AGE-SECRET-KEY-1QQQQ', 'holdout-key-malformed'],
    ['a public key', 'public', 'holdout-key-malformed'],
    ['the key of somebody else', 'others', 'holdout-key-wrong'],
  ])('does not open with %s', async (_, given, code) => {
    const identity = given === 'others' ? others!.identity : given === 'public' ? own!.recipient : given;
    const told = await opened(filesOf(set), identity);
    expect(codes(told)).toEqual([code]);
    expect(String(told)).not.toContain('AGE-SECRET-KEY-1Q');
  });

  test('says whose it is when the key is the wrong one', async () => {
    const told = String(await opened(filesOf(set), others!.identity));
    for (const { recipient } of [own!, second!, others!]) expect(told).toContain(recipient);
  });

  test('opens where git gave the file other line ends', async () => {
    const files = filesOf(set);
    files[sealedFile] = files[sealedFile]!.replaceAll('\n', '\r\n');
    files[lockFile] = files[lockFile]!.replaceAll('\n', '\r\n');
    expect(await opened(files, own!.identity)).toContain(marker);
  });
});

describe('a sealed file that was changed', () => {
  test('cut off anywhere: said before it is opened', async () => {
    const { text } = set;
    for (let length = 0; length < text.length; length += 37) {
      const files = { ...filesOf(set), [sealedFile]: text.slice(0, length) };
      expect([length, codes(await opened(files, own!.identity))]).toEqual([length, ['holdout-changed']]);
    }
  });

  test('a bit flipped anywhere: said before it is opened', async () => {
    const bytes = Buffer.from(set.text);
    for (let at = 0; at < bytes.length; at += 41) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1;
      const told = codes(await opened({ ...filesOf(set), [sealedFile]: flipped }, own!.identity));
      expect([at, told]).toEqual([at, ['holdout-changed']]);
    }
  });

  test('a bit flipped, and a lock that was made to fit: age itself says so, in every region', async () => {
    const bytes = Buffer.from(set.text);
    const told = new Set<string>();
    for (let at = 0; at < bytes.length; at += 13) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1;
      const text = flipped.toString();
      const lock = forged(({ sealed }) => {
        sealed!.file = sha256(text);
      });
      const answer = await opened({ [sealedFile]: flipped, [lockFile]: lock }, own!.identity);
      expect(typeof answer).not.toBe('string');
      for (const code of codes(answer)) told.add(code);
    }
    // A flip within the part that names the recipient looks like a file for somebody else.
    expect([...told].sort()).toEqual(['holdout-changed', 'holdout-damaged', 'holdout-key-wrong']);
  });

  test('text after it, or before', async () => {
    for (const text of [`${set.text}\n`, `${set.text}${marker}`, ` ${set.text}`]) {
      const lock = forged(({ sealed }) => {
        sealed!.file = sha256(text);
      });
      expect(codes(await opened({ [sealedFile]: text, [lockFile]: lock }, own!.identity))).toEqual([
        'holdout-changed',
      ]);
    }
  });

  test('swapped for the file of another suite, of another set, of an older one', async () => {
    const otherSuite = await sealedSet([own!], 'b');
    const otherSet = await sealedSet([own!]);
    for (const other of [otherSuite, otherSet]) {
      const files = { ...filesOf(set), [sealedFile]: other.text };
      expect(codes(await opened(files, own!.identity))).toEqual(['holdout-changed']);
      const lock = forged(({ sealed }) => {
        sealed!.file = sha256(other.text);
      });
      expect(codes(await opened({ ...files, [lockFile]: lock }, own!.identity))).toEqual(['holdout-swapped']);
    }
    expect(codes(await opened(filesOf(otherSuite), own!.identity))).toEqual(['holdout-of-other']);
  });

  test('a part taken away, or put in from elsewhere, with a lock that was made to fit', async () => {
    const head = { suite: 'a', set: set.lock.sealed.set };
    const added = await sealBatch({ ...head, cases: holdoutCases(1, 4) }, [own!.recipient]);
    const whole = set.text + added.message;
    const grown = forged((lock) => {
      lock.leaves = [...(lock.leaves as string[]), ...added.leaves].sort();
      lock.cases = 4;
      lock.root = holdoutLeaves.root(lock.leaves);
      Object.assign(lock.records.at(-1)!, { cases: 4, root: lock.root });
      lock.sealed!.file = sha256(whole);
    });
    expect(await opened({ [sealedFile]: whole, [lockFile]: grown }, own!.identity)).toContain(
      `${marker} number 4`,
    );
    expect(codes(await opened({ [sealedFile]: whole, [lockFile]: grown }, second!.identity))).toEqual([
      'holdout-key-wrong',
    ]);
    const older = grown.replace(sha256(whole), sha256(set.text));
    expect(codes(await opened({ [sealedFile]: set.text, [lockFile]: older }, own!.identity))).toEqual([
      'edited-holdout-lock',
    ]);
    for (const text of [set.text, added.message, added.message + set.text]) {
      const { value } = parseHoldoutLock(grown, lockFile);
      value!.sealed!.file = sha256(text);
      const lock = printHoldoutLock(value!);
      const told = await opened({ [sealedFile]: text, [lockFile]: lock }, own!.identity);
      expect(codes(told)).toEqual(['holdout-swapped']);
      expect(String(told)).not.toContain(marker);
    }
  });
});

describe('a lock that was edited by hand', () => {
  test.each<[string, (lock: HoldoutLock) => void]>([
    [
      'the count',
      (lock) => {
        lock.cases = 2;
      },
    ],
    [
      'the count, in the record too',
      (lock) => {
        lock.cases = 2;
        lock.records[0]!.cases = 2;
      },
    ],
    [
      'the root',
      (lock) => {
        lock.root = '0'.repeat(64);
      },
    ],
    [
      'a leaf',
      (lock) => {
        (lock.leaves as string[])[0] = '0'.repeat(64);
      },
    ],
    ['a leaf less', (lock) => void (lock.leaves as string[]).pop()],
    [
      'the kind',
      (lock) => {
        lock.kind = 'frozen';
      },
    ],
    ['the recipients', (lock) => void lock.sealed!.recipients.push(others!.recipient)],
    ['no record of who', (lock) => void delete lock.records[0]!.recipients],
  ])('%s', async (_, change) => {
    const files = { ...filesOf(set), [lockFile]: forged(change) };
    expect(codes(await opened(files, own!.identity))).toEqual(['edited-holdout-lock']);
  });

  test.each<[string, RegExp, string]>([
    ['the margin', /"margin":5/, '"margin":50'],
    ['the looks', /"looks":10/, '"looks":1000'],
    ['who sealed it', /Ada <ada/, 'Bob <bob'],
    ['when', /2026-11-20/, '2026-11-21'],
  ])('%s, without its digest', async (_, before, after) => {
    const files = filesOf(set);
    expect(files[lockFile]).toMatch(before);
    files[lockFile] = files[lockFile]!.replace(before, after);
    expect(codes(await opened(files, own!.identity))).toEqual(['edited-holdout-lock']);
  });

  test.each<[string, (lock: HoldoutLock) => void]>([
    [
      'the margin',
      ({ sealed }) => {
        sealed!.settings.margin = 50;
      },
    ],
    [
      'the looks',
      ({ sealed }) => {
        sealed!.settings.looks = 1000;
      },
    ],
    [
      'the promotions',
      ({ sealed }) => {
        sealed!.settings.promotions = 9;
      },
    ],
    [
      'the graders',
      ({ sealed }) => {
        sealed!.settings.gradersDigest = 'f'.repeat(16);
      },
    ],
    [
      'the key',
      ({ sealed }) => {
        sealed!.key = 'f'.repeat(64);
      },
    ],
    [
      'the set',
      ({ sealed }) => {
        sealed!.set = '00000000-0000-4000-8000-000000000000';
      },
    ],
    [
      'the canary',
      (lock) => {
        lock.canary = '0'.repeat(64);
      },
    ],
    [
      'the recipients, in the record too',
      ({ sealed, records }) => {
        sealed!.recipients = [own!.recipient];
        records[0]!.recipients = [own!.recipient];
      },
    ],
  ])('%s, with a digest that fits: whoever opens it sees it', async (_, change) => {
    const files = { ...filesOf(set), [lockFile]: forged(change) };
    expect(codes(await opened(files, own!.identity))).toEqual(['holdout-swapped']);
    expect(codes(await opened(files))).toEqual(['holdout-key-missing']);
  });

  test.each<[string, string, string]>([
    ['empty', '', 'broken-holdout-lock'],
    ['cut off', '{"schemaVersion": 1,', 'broken-holdout-lock'],
    ['no map', '[]', 'broken-holdout-lock'],
    ['newer', '{"schemaVersion": 2, "suite": "a", "more": true}', 'newer-holdout-lock'],
    ['a key too many', '{"schemaVersion": 1, "suite": "a", "more": true}', 'broken-holdout-lock'],
    ['a merge', '<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n', 'holdout-lock-conflict'],
  ])('%s', async (_, text, code) => {
    expect(codes(await opened({ ...filesOf(set), [lockFile]: text }, own!.identity))).toEqual([code]);
  });

  test('missing', async () => {
    expect(codes(await opened({ [sealedFile]: set.text }, own!.identity))).toEqual(['holdout-lock-missing']);
    expect(codes(await opened({ [lockFile]: filesOf(set)[lockFile]! }, own!.identity))).toEqual([
      'no-holdout-file',
    ]);
    expect(codes(await opened({ 'evals/b.yaml': '' }))).toEqual(['no-holdout-file']);
  });
});

describe('what lies beside it', () => {
  const plain = `canary: ${canary}\ncases: [{ id: x, input: ${marker} }]\n`;

  test('a plain file', async () => {
    expect(codes(await opened({ ...filesOf(set), [plainFile]: plain }, own!.identity))).toEqual([
      'holdout-beside',
    ]);
  });

  test('a plain file in its place', async () => {
    const files = { [lockFile]: filesOf(set)[lockFile]!, [plainFile]: plain };
    expect(codes(await opened(files, own!.identity))).toEqual(['no-holdout-file']);
  });

  test.each([sealedFile, lockFile, plainFile])('a link in the place of %s', async (file) => {
    const root = await filesOnDisk({ ...filesOf(set), 'elsewhere/file': plain });
    await rm(join(root, file), { force: true });
    await symlink('../elsewhere/file', join(root, file));
    expect(codes(await openedAt(root, own!.identity))).toEqual(['holdout-link']);
  });

  test('a link that leads nowhere', async () => {
    const root = await filesOnDisk(filesOf(set));
    await symlink('nowhere', join(root, plainFile));
    expect(codes(await openedAt(root, own!.identity))).toEqual(['holdout-link']);
  });

  test('a link in the place of the folder', async () => {
    const root = await filesOnDisk(filesOf(set));
    await rename(join(root, 'evals'), join(root, 'others'));
    await symlink('others', join(root, 'evals'));
    const told = await openedAt(root, own!.identity);
    expect(codes(told)).toEqual(['holdout-link', 'holdout-link', 'holdout-link']);
  });

  test('a folder, or no text', async () => {
    const root = await filesOnDisk({ ...filesOf(set), [`${plainFile}/x`]: '' });
    expect(codes(await openedAt(root, own!.identity))).toEqual(['holdout-unreadable']);
    const binary = { ...filesOf(set), [sealedFile]: Uint8Array.of(0xff, 0xfe, 0x00) };
    expect(codes(await opened(binary, own!.identity))).toEqual(['holdout-unreadable']);
  });

  test('the project itself may lie behind a link', async () => {
    const root = await filesOnDisk({
      ...Object.fromEntries(Object.entries(filesOf(set)).map(([file, text]) => [`real/${file}`, text])),
    });
    await symlink('real', join(root, 'linked'));
    expect(await openedAt(join(root, 'linked'), own!.identity)).toContain(marker);
  });
});

describe('a frozen holdout', () => {
  const text = `canary: ${canary}\ncases:\n  - { id: one, input: a }\n  - { id: two, input: "e\u0301" }\n`;
  const content = readHoldoutText(text, plainFile).value!;
  const leaves = holdoutLeaves.frozen(content.cases);
  const root = holdoutLeaves.root(leaves);
  const record = { what: 'frozen', at: '2026-11-20T10:15:00.000Z', by: 'Ada', cases: 2, root } as const;
  const lock: HoldoutLock = {
    schemaVersion: 1, suite: 'a', kind: 'frozen', cases: 2, root, leaves, canary: sha256(canary), records: [record],
  }; // biome-ignore format: one line

  test.each<[string, string]>([
    ['as it was', text],
    ['with other line ends', text.replaceAll('\n', '\r\n')],
    [
      'in another order, with comments, its letters composed',
      `# mine\ncases:\n- {input: "é", id: two}\n- id: one\n  input: a\ncanary: ${canary}\n`,
    ],
  ])('%s', async (_, now) => {
    const told = await opened({ [plainFile]: now, [lockFile]: printHoldoutLock(lock) });
    expect(told).toBe(now.replaceAll('\r\n', '\n'));
  });

  test.each<[string, string, string]>([
    ['edited', text.replace('input: a', 'input: b'), 'edited: one'],
    ['a key more', text.replace('input: a', 'input: a, tags: [x]'), 'edited: one'],
    ['added', `${text}  - { id: three, input: c }\n`, 'added: three'],
    ['removed', text.replace('  - { id: one, input: a }\n', ''), 'removed: one'],
    ['renamed', text.replace('id: one', 'id: uno'), 'added: uno; removed: one'],
    ['another canary', text.replace(canary, `${canary}x`), 'its canary is another one'],
    ['no canary', text.replace(/canary.*\n/, ''), 'its canary is another one'],
  ])('%s', async (_, now, change) => {
    const told = await opened({ [plainFile]: now, [lockFile]: printHoldoutLock(lock) });
    expect(told).toEqual([
      `holdout-edited: ${plainFile} was changed since it was frozen on 2026-11-20 (${change}).`,
    ]);
  });

  test('without a lock, or thawed, it is none', async () => {
    expect(codes(await opened({ [plainFile]: text }))).toEqual(['holdout-loose']);
    const thawed = { ...record, what: 'thawed', reason: 'a typo' } as const;
    const open = printHoldoutLock({ ...lock, kind: 'thawed', records: [record, thawed] });
    expect(codes(await opened({ [plainFile]: text, [lockFile]: open }))).toEqual(['holdout-loose']);
    const sneaky = printHoldoutLock({ ...lock, kind: 'thawed' });
    expect(codes(await opened({ [plainFile]: text, [lockFile]: sneaky }))).toEqual(['edited-holdout-lock']);
  });
});

test('a lock is the same bytes for the same lock, and reads as it was written', () => {
  const lock = withRecord(set);
  const text = printHoldoutLock(lock);
  expect(parseHoldoutLock(text, lockFile)).toEqual({ value: lock, problems: [] });
  const turned = Object.fromEntries(Object.entries(lock).reverse()) as HoldoutLock;
  expect(printHoldoutLock(turned)).toBe(text);
  expect(holdoutDigest(turned)).toBe(holdoutDigest(lock));
  for (const leaf of lock.leaves as string[])
    expect(text.split('\n')).toContainEqual(expect.stringMatching(`^ +"${leaf}",?$`));
});

test('nothing is written by opening', async () => {
  const root = await filesOnDisk(filesOf(set));
  await writeFile(join(root, 'before'), '');
  await openedAt(root, own!.identity);
  expect((await readdir(root, { recursive: true })).sort()).toEqual(
    ['before', 'evals', sealedFile, lockFile].sort(),
  );
});
