import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { filesOnDisk } from '../../load/files-on-disk.ts';
import { fakeWorld } from './fake-world.ts';

const suite = `suite: desk
models: [embedded:echo]
graders:
  - equals: $expect
coverage: { cases: 10, adversarial: 0.5 }
cases:
  - { id: same, input: "Where is the parcel that you sent to me last week?", expect: "Where is the parcel that you sent to me last week?", tags: [delivery] }
  - { id: wrong, input: "The lamp that I received is broken.", expect: delivery, tags: [return] }
  - from: rows.jsonl
`;
const rows = [
  { id: 'copy', input: 'WHERE is the parcel that you sent to me  last week?', expect: 'delivery' },
  { id: 'near', input: 'Where is the letter that you sent to me last week?', expect: 'delivery' },
  { id: 'near/typo', parent: 'near', adversarial: 'typo', input: 'Wher is the letter that you sent to me last week?', expect: 'delivery' },
  { id: 'own', input: 'Goodbye', expect: 'x', graders: { replace: [{ contains: 'z' }] } },
]; // biome-ignore format: a row a line
const files = {
  'evals/desk.eval.yaml': suite,
  'evals/rows.jsonl': `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`,
};

/** A clock that stands still gives runs of one name. */
async function say(folder: string, words: string[], second = 0) {
  const world = { ...fakeWorld(folder), arguments: words };
  world.clock = { ...world.clock, date: () => new Date(Date.UTC(2026, 0, 1, 12, 0, second)) };
  const code = await main(world);
  return { code, out: world.shown(), err: world.told() };
}
const lint = (folder: string, ...words: string[]) => say(folder, ['cases', 'lint', ...words]);

/** Codes and lines of what was found. */
async function found(folder: string, ...words: string[]): Promise<string[]> {
  const { out } = await lint(folder, '--json', ...words);
  return JSON.parse(out).suites.flatMap(
    (one: { problems: { code: string; place: { file: string; line: number } }[] }) =>
      one.problems.map(({ code, place }) => `${code} ${place.file}:${place.line}`),
  );
}

describe('evals cases lint', () => {
  test('says what is odd, with places, and how far the cases go', async () => {
    const folder = await filesOnDisk(files);
    const { code, out, err } = await lint(folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('error[case-contradicts] evals/rows.jsonl:1:1');
    expect(out).toContain('(evals/desk.eval.yaml:7)');
    expect(out).toContain('desk  6 cases, 0 stored runs looked at: 1 error, ');
    expect(out).toContain(
      'suite desk: 6 cases, 1 of them adversarial (asked for: 10, 50 %); missing: 4 more cases, all of them adversarial',
    );
    expect(await found(folder)).toEqual([
      'case-contradicts evals/rows.jsonl:1',
      'case-near evals/rows.jsonl:2',
      'cases-untagged evals/rows.jsonl:1',
      'graders-replaced evals/rows.jsonl:4',
      'coverage-short evals/desk.eval.yaml:1',
      'kinds-untried evals/desk.eval.yaml:1',
    ]);
  });

  test('with --strict anything that was found is exit code 2, but for what is ignored', async () => {
    const folder = await filesOnDisk(files);
    expect((await lint(folder, '--strict')).code).toBe(2);
    const ignored = 'case-contradicts,case-near,cases-untagged,graders-replaced,coverage-short,kinds-untried';
    const { code, out } = await lint(folder, '--strict', '--ignore', ignored);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining('looked at: nothing to say'),
    });
    expect(await lint(folder, '--ignore', 'case-nea')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean "case-near"?'),
    });
  });

  test('looks at stored runs, and says which of them it cannot read', async () => {
    const folder = await filesOnDisk(files);
    for (const second of [1, 2, 3]) await say(folder, ['run', '--quiet'], second);
    const broken = join(folder, '.evals', 'runs', '20260101-130000-dead');
    await mkdir(broken, { recursive: true });
    await writeFile(join(broken, 'run.json'), '{');
    const { out, err } = await lint(folder);
    expect(err).toContain('warning[broken-run]');
    expect(out).toContain('desk  6 cases, 3 stored runs looked at');
    expect(out).toContain('1 case of 6 in suite "desk" passed each time in all stored runs: same.');
    expect(out).toContain('Case "wrong" failed each time in 3 stored runs.');
    const stats = await say(folder, ['cases', 'stats', '--json']);
    expect(JSON.parse(stats.out).suites[0].history).toEqual({
      passes: 1,
      fails: 5,
      flaky: 0,
      tells: 0,
      unknown: 0,
    });
  });

  test('of a code it shows twenty, and all with --all', async () => {
    const many = Array.from({ length: 24 }, (_, index) =>
      JSON.stringify({ id: `case ${index}`, input: 'The same thing again', expect: 'x' }),
    );
    const folder = await filesOnDisk({ ...files, 'evals/rows.jsonl': `${many.join('\n')}\n` });
    const times = (text: string) => text.match(/error\[case-copied\]/g)?.length;
    const [first, all] = [await lint(folder), await lint(folder, '--all')];
    expect([times(first.out), times(all.out)]).toEqual([20, 23]);
    expect(first.out).toContain('3 more of [case-copied]; --all shows them');
  });

  test('a suite that is not sound is refused, and an unknown one', async () => {
    const folder = await filesOnDisk({ ...files, 'evals/rows.jsonl': '{"id":1' });
    expect((await lint(folder)).code).toBe(2);
    expect((await lint(folder, 'dsk')).err).toContain('Did you mean "desk"?');
  });
});

test('evals cases stats: a page of numbers', async () => {
  const { code, out } = await say(await filesOnDisk(files), ['cases', 'stats']);
  expect(code).toBe(0);
  expect(out.replace(/^ {2}untried[\s\S]*?(?= {2}expects)/m, '')).toBe(
    [
      'desk',
      '  cases     6: 5 benign, 1 adversarial (17 %), 1 variant of another',
      '  tags      delivery 1 · return 1 · 4 without',
      '  kinds     typo 1',
      '  expects   delivery 4 (67 %) · Where is the parcel that you sent to me last week? 1 (17 %) ·',
      '            x 1 (17 %) · the first 4 times as often as the last',
      '  copies    1 the same, 1 nearly (evals cases lint)',
      '  runs      none stored',
      '',
      'suite desk: 6 cases, 1 of them adversarial (asked for: 10, 50 %); missing: 4 more cases, all of them adversarial',
      '',
    ].join('\n'),
  );
});
