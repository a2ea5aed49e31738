import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type KeyPair, keyPair } from '../../store/holdout/sealed-project.ts';
import { holdoutProject, marker } from './holdout-project.ts';

let own: KeyPair;
beforeAll(async () => {
  own = await keyPair();
});

const syllables = [
  'ka',
  'lo',
  'mi',
  'ster',
  'pen',
  'du',
  'ran',
  'vi',
  'gos',
  'tel',
  'brun',
  'ha',
  'zi',
  'fo',
  'quil',
  'wex',
];

/** Twenty words that no other question has in this order, with the marker among them. */
function question(n: number): string {
  const bytes = createHash('sha256').update(`question ${n}`).digest();
  const words = Array.from(
    { length: 20 },
    (_, at) => `${syllables[bytes[at]! >> 4]}${syllables[bytes[at]! & 15]}`,
  );
  return [...words.slice(0, 10), marker, ...words.slice(10)].join(' ');
}
const held = (count: number) =>
  `cases:\n${Array.from({ length: count }, (_, n) => `  - { id: held-${n}, input: "${question(n)}", expect: yes }`).join('\n')}\n`;

/** A project with a frozen or sealed holdout of so many cases; sealed ones are looked at without their key, and with it. */
async function made(kind: 'frozen' | 'sealed' | 'opened', count: number, files: Record<string, string> = {}) {
  const at = await holdoutProject({ 'evals/a.holdout.yaml': held(count), ...files });
  const { code } = await at.run(
    kind === 'frozen' ? ['holdout', 'freeze', 'a'] : ['holdout', 'seal', 'a', '--to', own.recipient],
  );
  expect(code).toBe(0);
  const env: Record<string, string> = kind === 'opened' ? { EVALS_HOLDOUT_KEY: own.identity } : {};
  return {
    ...at,
    check: (...words: string[]) => at.run(words.length > 0 ? words : ['holdout', 'check'], env),
  };
}
const prompt = (...lines: string[]) => `---\ninputs: [message]\n---\n${lines.join('\n')}\n{{ message }}\n`;
const kinds = ['frozen', 'sealed', 'opened'] as const;

test.each(kinds)('%s: a clean one gives nothing', async (kind) => {
  const { check } = await made(kind, 5);
  expect(await check()).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^ok {2}a {2}5 (case|text)s, no copy/),
  });
  expect(await check('check')).toMatchObject({ code: 0, err: '' });
});

test.each(kinds)(
  '%s: an example in a prompt is an error with its line, and does not say the case',
  async (kind) => {
    const { check, root } = await made(kind, 200);
    const lines = ['Answer kindly.', '', 'Examples:', `Customer: ${question(3)}`, 'You: yes'];
    await writeFile(join(root, 'prompts/reply/v2.md'), prompt(...lines));
    const { code, err, codes } = await check('holdout', 'check', 'a');
    expect([code, codes]).toEqual([2, ['holdout-leak', 'holdout-spoilt']]);
    expect(err).toMatch(
      kind === 'frozen'
        ? /Line 7 of prompts\/reply\/v2\.md repeats the holdout case "held-3"\./
        : /Line 7 of prompts\/reply\/v2\.md repeats a holdout case\./,
    );
    expect(err).toMatch(/1 of its 200 (cases|texts) stands/);
    expect(err).not.toContain(marker);
    const whole = await check('check');
    expect([whole.code, whole.codes]).toEqual([0, ['holdout-leak', 'holdout-spoilt']]);
    expect(whole.err).not.toContain('error[');
  },
);

test.each(kinds)('%s: other cases that repeat it; up to one in a hundred is a warning', async (kind) => {
  const copies = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `  - { id: copy-${n}, input: "${question(n).toUpperCase()}", expect: yes }`,
    ).join('\n');
  const { check, root, read } = await made(kind, 200);
  const suite = await read('evals/a.eval.yaml');
  await writeFile(join(root, 'evals/a.eval.yaml'), `${suite}${copies(2)}\n`);
  const few = await check();
  expect([few.code, few.codes]).toEqual([0, ['holdout-leak', 'holdout-leak']]);
  expect(few.err).toMatch(
    /Case "copy-0" of evals\/a\.eval\.yaml repeats (a holdout case|the holdout case "held-0")\./,
  );
  await writeFile(join(root, 'evals/a.eval.yaml'), `${suite}${copies(30)}\n`);
  const many = await check();
  expect([many.code, many.codes.length]).toEqual([2, 22]);
  expect(many.codes.slice(-2)).toEqual(['holdout-leaks-more', 'holdout-spoilt']);
  expect(many.err).toContain('10 more copies');
  expect(many.err + many.out).not.toContain(marker);
});

test.each(kinds)('%s: a case that is nearly it is told with how like it is', async (kind) => {
  const near = `${question(4).replace(/^\w+ \w+/, 'please say')}!`;
  const { check } = await made(kind, 150, {
    'evals/a.eval.yaml': (await holdoutProject().then(({ read }) => read('evals/a.eval.yaml'))).concat(
      `  - { id: near, input: "${near}", expect: yes }\n`,
    ),
  });
  const { codes, err } = await check();
  expect(codes[0]).toBe('holdout-leak');
  expect(err).toMatch(/Case "near" of evals\/a\.eval\.yaml (is \d\d % like|quotes) /);
});

test('rubrics in the suite file, documents and labels are looked at too; the holdout itself is not', async () => {
  const { check, root, read } = await made('sealed', 300);
  const suite = await read('evals/a.eval.yaml');
  await writeFile(
    join(root, 'evals/a.eval.yaml'),
    suite.replace('  - contains: e', `  - contains: e\n  - contains: "${question(1)}"\n    weight: 0`),
  );
  await writeFile(join(root, 'evals/policy.md'), `# Policy\n\n${question(2)}\n`);
  const { code, err } = await check();
  expect(code).toBe(0);
  expect(err).toMatch(/Line 7 of evals\/a\.eval\.yaml repeats a holdout case/);
  expect(err).toMatch(/Line 3 of evals\/policy\.md repeats a holdout case/);
});

test('with the key of somebody else it goes by fingerprints', async () => {
  const { run } = await made('sealed', 5);
  const stranger = await keyPair();
  expect(await run(['holdout', 'check'], { EVALS_HOLDOUT_KEY: stranger.identity })).toMatchObject({
    code: 0,
    out: 'ok  a  5 texts, no copy, by its fingerprints\n',
  });
});

test('an opened one is none to be looked at', async () => {
  const { run } = await made('sealed', 5);
  await run(['holdout', 'open', 'a', '--reason', 'x'], { EVALS_HOLDOUT_KEY: own.identity });
  expect(await run(['holdout', 'check'])).toMatchObject({
    code: 0,
    out: 'ok  a  opened, and a holdout no more\n',
  });
});

test('a holdout that no longer fits its suite is an error, unsaid where it is sealed', async () => {
  for (const kind of ['frozen', 'opened'] as const) {
    const { check, root } = await made(kind, 3);
    await writeFile(
      join(root, 'prompts/reply/v1.md'),
      '---\ninputs: [message, policy]\n---\n{{ policy }} {{ message }}\n',
    );
    await writeFile(
      join(root, 'evals/a.eval.yaml'),
      'suite: a\nmodels: [embedded:echo]\nprompt: reply@v1\nholdout: ./a.holdout.yaml\ncases:\n  - { id: dev, vars: { message: a, policy: b }, expect: yes }\n',
    );
    const { code, codes, err } = await check(...(kind === 'frozen' ? ['check'] : ['holdout', 'check']));
    expect([kind, code, new Set(codes)]).toEqual([
      kind,
      2,
      new Set([kind === 'frozen' ? 'input-needs-one' : 'sealed-case']),
    ]);
    if (kind === 'opened') expect(err).not.toContain(marker);
  }
});
