import { access, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type KeyPair, keyPair } from '../../store/holdout/sealed-project.ts';
import { filesWith, gitIn, heldYaml, holdoutProject, marker, suiteYaml } from './holdout-project.ts';

let [ci, escrow, stranger]: KeyPair[] = [];
beforeAll(async () => {
  [ci, escrow, stranger] = await Promise.all([keyPair(), keyPair(), keyPair()]);
});
const seal = () => ['holdout', 'seal', 'a', '--to', ci!.recipient];
const key = () => ({ EVALS_HOLDOUT_KEY: ci!.identity });
const plain = 'evals/a.holdout.yaml';

describe('seal', () => {
  test('encrypts to every key, removes the plain file, opens it again where a key is at hand', async () => {
    const { root, run, list, lock, read } = await holdoutProject({
      'evals/a.eval.yaml': suiteYaml('a').replace('graders', 'gate: { margin: 3, confidence: 0.9 }\ngraders'),
    });
    const said = await run(
      [...seal(), '--to', escrow!.recipient, '--looks', '5', '--promotions', '2'],
      key(),
    );
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toContain(
      '3 cases of a sealed in evals/a.holdout.age to 2 keys, and opened again to see that it can be.',
    );
    expect(await list()).toEqual(['a.eval.yaml', 'a.holdout.age', 'a.holdout.lock.json']);
    const { kind, cases, leaves, sealed, records } = await lock();
    expect({ kind, cases, count: leaves.length }).toEqual({ kind: 'sealed', cases: 3, count: 3 });
    expect(sealed.recipients).toEqual([ci!.recipient, escrow!.recipient].sort());
    expect(sealed.settings).toMatchObject({
      margin: 3,
      confidence: 0.9,
      looks: 5,
      promotions: 2,
      judges: [],
    });
    expect(sealed.fingerprints.texts).toHaveLength(3);
    expect(records).toMatchObject([
      { what: 'sealed', by: expect.any(String), cases: 3, recipients: sealed.recipients },
    ]);
    expect(await filesWith(marker, [root])).toEqual([]);
    expect(await read('evals/a.holdout.lock.json')).not.toMatch(/\b(one|two|three)\b/);
  });

  test('without a key at hand it says nothing of opening', async () => {
    const { run } = await holdoutProject();
    expect((await run(seal())).out).toContain('sealed in evals/a.holdout.age to 1 key.\n');
    const other = await holdoutProject();
    const said = await other.run(seal(), { EVALS_HOLDOUT_KEY: stranger!.identity });
    expect(said.out).toContain('to 1 key.\n');
  });

  test('says whether git still has the plain text', async () => {
    const { root, run } = await holdoutProject();
    gitIn(root, 'init', '-q');
    expect((await run(seal())).out).toContain('No commit here has the plain text');
    const committed = await holdoutProject();
    gitIn(committed.root, 'init', '-q');
    gitIn(committed.root, 'add', '.');
    gitIn(committed.root, 'commit', '-qm', 'start');
    expect((await committed.run(seal())).out).toContain(
      `Git's history still has the plain text: "git log --all -- ${plain}" shows it to anyone (1 commit).`,
    );
  });

  test('a frozen one keeps its records, and has to be as it was frozen', async () => {
    const { root, run, lock, read } = await holdoutProject();
    await run(['holdout', 'freeze', 'a']);
    const frozen = await read(plain);
    await writeFile(join(root, plain), `${frozen}  - { id: four, input: a, expect: yes }\n`);
    expect(await run(seal())).toMatchObject({ code: 2, codes: ['holdout-edited'] });
    await writeFile(join(root, plain), frozen);
    expect((await run(seal())).code).toBe(0);
    expect((await lock()).records.map(({ what }: { what: string }) => what)).toEqual(['frozen', 'sealed']);
    expect((await run(['holdout', 'open', 'a', '--reason', 'x'], key())).out).toContain(
      frozen.split('\n')[0],
    );
  });

  test.each<[string, string[], string]>([
    ['no key', [], 'holdout-no-recipient'],
    [
      'a key with a letter that is wrong',
      ['--to', 'age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq'],
      'holdout-recipient',
    ],
    ['no looks', ['--looks', '0'], 'bad-flag'],
    ['half a look', ['--looks', '1.5'], 'bad-flag'],
    ['more promotions than looks', ['--looks', '2', '--promotions', '3'], 'bad-flag'],
  ])('%s: nothing is written', async (_, more, code) => {
    const { run, list } = await holdoutProject();
    const words = code === 'bad-flag' ? [...seal(), ...more] : ['holdout', 'seal', 'a', ...more];
    expect(await run(words)).toMatchObject({ code: 2, codes: [code] });
    expect(await list()).toEqual(['a.eval.yaml', 'a.holdout.yaml']);
  });

  test('a secret key in the place of a public one is refused and not repeated', async () => {
    const { run, list } = await holdoutProject();
    const said = await run(['holdout', 'seal', 'a', '--to', ci!.identity]);
    expect(said).toMatchObject({ code: 2, codes: ['holdout-recipient'] });
    expect(said.err + said.out).not.toContain(ci!.identity.slice(0, 30));
    expect(await list()).toEqual(['a.eval.yaml', 'a.holdout.yaml']);
  });

  test.each<[string, string, string]>([
    [
      'a case that the loader refuses',
      'cases: [{ id: one, vars: { massage: x }, expect: yes }]',
      'undeclared-variable',
    ],
    [
      'a text in another file',
      'cases: [{ id: one, vars: { message: { file: ./x.txt } }, expect: yes }]',
      'holdout-outside',
    ],
    ['cases in another file', 'cases: [{ from: x.jsonl }]', 'holdout-shape'],
    ['no YAML', 'cases: [', 'yaml-syntax'],
  ])('%s: nothing is written', async (_, text, code) => {
    const { run, list } = await holdoutProject({ [plain]: text });
    expect(await run(seal())).toMatchObject({ code: 2, codes: [code] });
    expect(await list()).toEqual(['a.eval.yaml', 'a.holdout.yaml']);
  });

  test('where the disk does not take it, the plain file stays', async () => {
    const { root, run, list } = await holdoutProject({ 'evals/a.holdout.age.new/x': '' });
    expect(await run(seal())).toMatchObject({ code: 2, codes: ['unwritable-file'] });
    expect(await list()).toContain('a.holdout.yaml');
    await rm(join(root, 'evals/a.holdout.age.new'), { recursive: true });
    expect((await run(seal())).code).toBe(0);
  });

  test('cut off before its lock, or before the plain file was removed', async () => {
    const { root, run, list } = await holdoutProject();
    await run(seal());
    await rm(join(root, 'evals/a.holdout.lock.json'));
    await writeFile(join(root, plain), heldYaml('one', 'two', 'three'));
    expect((await run(seal())).code).toBe(0);
    expect(await list()).toEqual(['a.eval.yaml', 'a.holdout.age', 'a.holdout.lock.json']);
    await writeFile(join(root, plain), heldYaml('one', 'two', 'three'));
    for (const words of [['check'], ['run'], seal()])
      expect(await run(words)).toMatchObject({ code: 2, codes: ['holdout-beside'] });
  });
});

describe('what a sealed holdout gives to ordinary commands', () => {
  test('nothing: they run without a key, on the suite alone', async () => {
    const { run, root } = await holdoutProject();
    await run(seal());
    expect(await run(['check'])).toMatchObject({ code: 0, err: '' });
    const ran = await run(['run', '-q']);
    expect(ran.out).toContain('1 case');
    expect(await filesWith(marker, [root])).toEqual([]);
    const status = await run(['holdout', 'status']);
    expect(status.out).toContain(
      `a  sealed  evals/a.holdout.age\n  3 cases, sealed to ${ci!.recipient}\n  0 of 10 looks spent, 0 of 1 promotion\n`,
    );
  });

  test('what somebody changed stops them', async () => {
    const { run, root, read } = await holdoutProject();
    await run(seal());
    const age = await read('evals/a.holdout.age');
    await writeFile(join(root, 'evals/a.holdout.age'), age.slice(0, -40));
    for (const words of [
      ['check'],
      ['run'],
      ['holdout', 'add', 'a'],
      ['holdout', 'rekey', 'a'],
      ['holdout', 'open', 'a', '--reason', 'x'],
    ])
      expect(await run(words, key())).toMatchObject({ code: 2, codes: ['holdout-changed'] });
    await rm(join(root, 'evals/a.holdout.age'));
    expect(await run(['run'])).toMatchObject({ code: 2, codes: ['no-holdout-file'] });
    await symlink('/etc/hostname', join(root, 'evals/a.holdout.age'));
    expect(await run(['run'])).toMatchObject({ code: 2, codes: ['holdout-link'] });
  });
});

describe('add', () => {
  const more = JSON.stringify({
    id: 'four',
    input: `a ${marker} that nobody had ordered came by post today`,
    expect: 'yes',
  });

  test.each<[string, string]>([
    ['a line of JSON', more],
    ['lines of JSON', `${more}\n${more.replace('four', 'five').replace('nobody', 'the neighbour')}\n`],
    ['a list in YAML', `# new\n- id: four\n  input: ${marker} came\n  expect: yes\n`],
    ['a holdout file', heldYaml('four').replace('the ', 'another ')],
    [
      'a holdout file with a canary of its own',
      `canary: 12345678-1234-1234-1234-123456789012\n${heldYaml('four').replace('the ', 'another ')}`,
    ],
  ])('takes %s, without a key', async (_, input) => {
    const { run, root, lock, read } = await holdoutProject();
    await run(seal());
    const before = await read('evals/a.holdout.age');
    const said = await run(['holdout', 'add', 'a'], {}, input);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(
      /^[12] cases? added to evals\/a\.holdout\.age, which has [45] now\. Looks that were spent stay spent/,
    );
    expect((await read('evals/a.holdout.age')).startsWith(before)).toBe(true);
    const { cases, leaves, records, sealed } = await lock();
    expect([leaves.length, records.map(({ what }: { what: string }) => what)]).toEqual([
      cases,
      ['sealed', 'added'],
    ]);
    expect(leaves).toEqual([...leaves].sort());
    const marks = sealed.fingerprints.texts.map(({ whole }: { whole: string }) => whole);
    expect(marks).toEqual([...marks].sort());
    expect(await filesWith(marker, [root])).toEqual([]);
    const opened = parse((await run(['holdout', 'open', 'a', '--reason', 'x'], key())).out);
    expect(opened.cases.map(({ id }: { id: string }) => id).slice(0, 4)).toEqual([
      'one',
      'two',
      'three',
      'four',
    ]);
  });

  test('an id that is taken, which nobody without the key can know, gets a number', async () => {
    const { run } = await holdoutProject();
    await run(seal());
    const child = {
      id: 'child',
      parent: 'one',
      adversarial: 'typo',
      input: 'an entirely other question about the shop',
      expect: 'yes',
    };
    const own = { id: 'one', input: 'where do I find the number of my order, please', expect: 'yes' };
    await run(['holdout', 'add', 'a'], {}, `${JSON.stringify(own)}\n${JSON.stringify(child)}`);
    const { cases } = parse((await run(['holdout', 'open', 'a', '--reason', 'x'], key())).out);
    expect(cases.slice(3).map(({ id, parent }: { id: string; parent?: string }) => [id, parent])).toEqual([
      ['one (2)', undefined],
      ['child', 'one (2)'],
    ]);
  });

  test.each<[string, string | undefined, string]>([
    ['nothing is piped in', undefined, 'holdout-no-cases'],
    ['it is empty', ' \n', 'holdout-shape'],
    ['it is no list', 'hello', 'holdout-shape'],
    ['a case does not fit', '- { id: four, vars: { massage: a }, expect: yes }', 'undeclared-variable'],
    ['a case names a file', '- { id: four, input: { file: ./x }, expect: yes }', 'holdout-outside'],
    ['a case is in it already', heldYaml('one').replace('id: one', 'id: other'), 'holdout-copies'],
  ])('%s: nothing is written', async (_, input, code) => {
    const { run, read } = await holdoutProject();
    await run(seal());
    const before = [await read('evals/a.holdout.age'), await read('evals/a.holdout.lock.json')];
    expect(await run(['holdout', 'add', 'a'], {}, input)).toMatchObject({ code: 2, codes: [code] });
    expect([await read('evals/a.holdout.age'), await read('evals/a.holdout.lock.json')]).toEqual(before);
  });

  test('what is wrong is shown with the line of what was handed in', async () => {
    const { run } = await holdoutProject();
    await run(seal());
    const list =
      '- { id: four, input: a question that is fine as it is, expect: yes }\n- { id: five, vars: { massage: a }, expect: yes }\n';
    const { err } = await run(['holdout', 'add', 'a'], {}, list);
    expect(err).toMatch(/standard input:2:\d+/);
    const { err: json } = await run(
      ['holdout', 'add', 'a'],
      {},
      `${more}\n{"id":"five","vars":{"massage":"a"},"expect":"yes"}`,
    );
    expect(json).toMatch(/standard input:2:\d+/);
  });

  test('only to a sealed one', async () => {
    const { run } = await holdoutProject();
    expect(await run(['holdout', 'add', 'a'], {}, more)).toMatchObject({ code: 2, codes: ['holdout-state'] });
  });
});

describe('rekey', () => {
  test('lets a key in and another out; cases, leaves and settings stay', async () => {
    const { run, root, lock } = await holdoutProject();
    await run(seal());
    await run(
      ['holdout', 'add', 'a'],
      {},
      '- { id: four, input: what does it cost to send a parcel abroad, expect: yes }',
    );
    const before = await lock();
    const said = await run(
      ['holdout', 'rekey', 'a', '--add', escrow!.recipient, '--remove', ci!.recipient],
      key(),
    );
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toContain('The key in EVALS_HOLDOUT_KEY is not among them.');
    expect(said.out).toContain("as git's history has it");
    const { sealed, leaves, root: top, records } = await lock();
    expect([leaves, top, sealed.settings, sealed.set]).toEqual([
      before.leaves,
      before.root,
      before.sealed.settings,
      before.sealed.set,
    ]);
    expect(sealed.recipients).toEqual([escrow!.recipient]);
    expect(records.at(-1)).toMatchObject({ what: 'rekeyed', recipients: [escrow!.recipient] });
    const open = ['holdout', 'open', 'a', '--reason', 'x'];
    expect(await run(open, key())).toMatchObject({ code: 2, codes: ['holdout-key-wrong'] });
    expect((await run(open, { EVALS_HOLDOUT_KEY: escrow!.identity })).out).toContain(marker);
    expect(await filesWith(marker, [root])).toEqual([]);
  });

  test('not without a key, not to nobody, not for a change of nothing', async () => {
    const { run } = await holdoutProject();
    await run(seal());
    const rekey = (...words: string[]) => run(['holdout', 'rekey', 'a', ...words], key());
    expect(await run(['holdout', 'rekey', 'a', '--add', escrow!.recipient])).toMatchObject({
      code: 2,
      codes: ['holdout-key-missing'],
    });
    expect(await rekey('--remove', ci!.recipient)).toMatchObject({ code: 2, codes: ['bad-flag'] });
    expect(await rekey('--remove', escrow!.recipient)).toMatchObject({
      code: 2,
      codes: ['holdout-stranger'],
    });
    expect(await rekey('--add', ci!.recipient)).toMatchObject({ code: 2, codes: ['bad-flag'] });
    expect(await rekey()).toMatchObject({ code: 2, codes: ['bad-flag'] });
    expect(await rekey('--add', 'age1nonsense')).toMatchObject({ code: 2, codes: ['holdout-recipient'] });
  });
});

describe('open', () => {
  test('shows the cases, is recorded, and ends the set: only new cases may be sealed in its place', async () => {
    const { run, root, lock } = await holdoutProject();
    await run(seal());
    expect(await run(['holdout', 'open', 'a'], key())).toMatchObject({ code: 2, codes: ['holdout-reason'] });
    expect(await run(['holdout', 'open', 'a', '--reason', 'x'])).toMatchObject({
      code: 2,
      codes: ['holdout-key-missing'],
    });
    expect((await lock()).kind).toBe('sealed');
    const { code, out, err } = await run(['holdout', 'open', 'a', '--reason', 'the year is over'], key());
    expect([code, parse(out).cases]).toMatchObject([0, parse(heldYaml('one', 'two', 'three')).cases]);
    expect(err).toContain('The holdout of a is opened, and a holdout no more.');
    expect(await lock()).toMatchObject({
      kind: 'retired',
      records: [{ what: 'sealed' }, { what: 'opened', reason: 'the year is over' }],
    });
    expect(await filesWith(marker, [root])).toEqual([]);
    expect(await run(['check'])).toMatchObject({ code: 0, codes: ['holdout-retired'] });
    for (const words of [
      ['holdout', 'add', 'a'],
      ['holdout', 'rekey', 'a'],
      ['holdout', 'freeze', 'a'],
      seal(),
    ])
      expect(await run(words, key(), '- { id: x, input: a, expect: yes }')).toMatchObject({
        code: 2,
        codes: ['holdout-state'],
      });

    await writeFile(join(root, plain), heldYaml('four', 'one'));
    const again = await run(seal(), key());
    expect(again).toMatchObject({ code: 2, codes: ['holdout-seen'] });
    expect(again.err).toContain('1 case was in the set that was opened (evals/a.holdout.lock.json): one.');
    await writeFile(join(root, plain), heldYaml('four', 'five'));
    expect((await run(seal(), key())).code).toBe(0);
    const { kind, records, cases } = await lock();
    expect([kind, cases, records.map(({ what }: { what: string }) => what)]).toEqual([
      'sealed',
      2,
      ['sealed', 'opened', 'sealed'],
    ]);
  });

  test('into a file that only its owner can read, and over none', async () => {
    const { run, root, read } = await holdoutProject({ 'there.yaml': 'mine' });
    await run(seal());
    const open = (out: string) => run(['holdout', 'open', 'a', '--reason', 'x', '--out', out], key());
    expect(await open('there.yaml')).toMatchObject({ code: 2, codes: ['holdout-file-exists'] });
    expect(await read('there.yaml')).toBe('mine');
    expect(await open('new.yaml')).toMatchObject({ code: 0, out: 'new.yaml has the cases in plain text.\n' });
    expect((await stat(join(root, 'new.yaml'))).mode & 0o777).toBe(0o600);
    expect(await filesWith(marker, [root])).toEqual([join(root, 'new.yaml')]);
  });
});

describe('keygen', () => {
  test('shows a key pair and writes none', async () => {
    const { run, root } = await holdoutProject();
    const { code, out, err } = await run(['holdout', 'keygen']);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/^AGE-SECRET-KEY-1[0-9A-Z]{58}\nage1[0-9a-z]{58}\n$/),
    ]);
    expect(err).toContain('EVALS_HOLDOUT_KEY');
    const [identity, recipient] = out.split('\n');
    expect(await filesWith(identity!, [root])).toEqual([]);
    await run(['holdout', 'seal', 'a', '--to', recipient!]);
    expect(
      (await run(['holdout', 'open', 'a', '--reason', 'x'], { EVALS_HOLDOUT_KEY: identity! })).out,
    ).toContain(marker);
  });

  test('into a new file that only its owner can read, and that git would not take in', async () => {
    const { run, root, read } = await holdoutProject({ '.gitignore': 'secret.txt\n' });
    gitIn(root, 'init', '-q');
    expect(await run(['holdout', 'keygen', '--out', 'key.txt'])).toMatchObject({
      code: 2,
      codes: ['holdout-key-in-git'],
    });
    const { code, out } = await run(['holdout', 'keygen', '--out', 'secret.txt']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^age1[0-9a-z]{58}\n$/)]);
    expect((await stat(join(root, 'secret.txt'))).mode & 0o777).toBe(0o600);
    expect(await run(['holdout', 'keygen', '--out', 'secret.txt'])).toMatchObject({
      code: 2,
      codes: ['holdout-file-exists'],
    });
    await run(['holdout', 'seal', 'a', '--to', out.trim()]);
    const opened = await run(['holdout', 'open', 'a', '--reason', 'x'], {
      EVALS_HOLDOUT_KEY: await read('secret.txt'),
    });
    expect(opened.out).toContain(marker);
  });
});

test('the key may stand in .env, and the environment goes before it', async () => {
  const { run, root } = await holdoutProject({ '.env': `EVALS_HOLDOUT_KEY=${ci!.identity}\n` });
  expect((await run(seal())).out).toContain('and opened again');
  const rekey = ['holdout', 'rekey', 'a', '--add', escrow!.recipient];
  expect(await run(rekey, { EVALS_HOLDOUT_KEY: stranger!.identity })).toMatchObject({
    codes: ['holdout-key-wrong'],
  });
  expect((await run(rekey)).code).toBe(0);
  await expect(access(join(root, plain))).rejects.toThrow();
});
