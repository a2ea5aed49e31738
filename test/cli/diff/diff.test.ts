import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diffProject } from './diff-project.ts';

const first = '20250101-000000.000-aaaa';
const second = '20250102-000000.000-bbbb';
const half = 'pppppppppp';
const codes = ({ refused }: { refused: { code: string }[] }) => refused.map(({ code }) => code);
const json = (text: string) => JSON.parse(text).comparisons;

describe('what is compared', () => {
  test('the baseline with the latest run, when nothing is said', async () => {
    const at = diffProject();
    at.baseline('s', { 'p@v3 · a': 'pppf' });
    at.run(first, { s: { 'p@v4 · a': 'ffff' } });
    at.run(second, { s: { 'p@v4 · a': 'ppfp' } });
    const { code, out } = await at.diff(undefined, undefined, { json: true });
    expect(code).toBe(0);
    expect(json(out)).toMatchObject([
      {
        suite: 's',
        baseline: { label: 'baseline', arm: 'p@v3 · a', accepted: { reason: 'reads well' } },
        candidate: { label: `run ${second}`, arm: 'p@v4 · a' },
        all: { pairs: 4, losses: 1, gains: 1 },
      },
    ]);
    expect(json(out)[0].flips.map((flip: { case: string }) => flip.case)).toEqual(['c3', 'c4']);
  });

  test('two models of one run', async () => {
    const at = diffProject();
    at.run(first, { s: { a: 'pppp', b: 'pffp' } });
    const { out } = await at.diff('latest#a', 'latest#b', { json: true });
    expect(json(out)).toMatchObject([
      { baseline: { arm: 'a' }, candidate: { arm: 'b' }, all: { pairs: 4, losses: 2, gains: 0 } },
    ]);
    const back = await at.diff('aaaa#b', 'aaaa#a', { json: true });
    expect(json(back.out)[0].all).toMatchObject({ losses: 0, gains: 2 });
  });

  test('two prompts of one run, model by model', async () => {
    const at = diffProject();
    at.run(first, { s: { 'p@v3 · a': 'pp', 'p@v4 · a': 'pf', 'p@v3 · b': 'ff', 'p@v4 · b': 'fp' } });
    const { out } = await at.diff('latest#v3', 'latest#v4', { json: true });
    expect(
      json(out).map(({ baseline, candidate, all }: Record<string, { arm: string; losses: number }>) => [
        baseline!.arm,
        candidate!.arm,
        all!.losses,
      ]),
    ).toEqual([
      ['p@v3 · a', 'p@v4 · a', 1],
      ['p@v3 · b', 'p@v4 · b', 0],
    ]);
    const one = await at.diff('latest#p@v3#a', 'latest#p@v4#b', { json: true });
    expect(json(one.out)).toMatchObject([
      { baseline: { arm: 'p@v3 · a' }, candidate: { arm: 'p@v4 · b' }, all: { losses: 1 } },
    ]);
  });

  test('a baseline as it stood at a revision, and the one of today', async () => {
    const at = diffProject();
    at.git('init', '-q');
    at.baseline('s', { a: 'ppff' }, { accepted: accepted('run-1') });
    at.commit('accept');
    at.baseline('s', { a: 'pppf' }, { accepted: accepted('run-2') });
    const { out, code } = await at.diff('git:HEAD', 'baseline', { json: true });
    expect(code).toBe(0);
    expect(json(out)).toMatchObject([
      { baseline: { label: 'baseline at git:HEAD' }, candidate: { label: 'baseline' }, all: { gains: 1 } },
    ]);
    at.commit('accept again');
    at.run(first, { s: { a: 'pppp' } });
    const old = await at.diff('git:HEAD~1', 'latest', { json: true });
    expect(json(old.out)).toMatchObject([{ all: { gains: 2, losses: 0 } }]);
  });

  test('a file, from the folder in which one stands', async () => {
    const at = diffProject();
    at.baseline('s', { a: 'ppff' });
    at.write('old.json', readFileSync(join(at.root, 'evals/baselines/s.json'), 'utf8'));
    at.run(first, { s: { a: 'pppp' } });
    const { out } = await at.diff('old.json', undefined, { json: true });
    expect(json(out)).toMatchObject([{ baseline: { label: 'old.json' }, all: { gains: 2 } }]);
  });

  test('only the suite that is named', async () => {
    const at = diffProject();
    at.run(first, { s: { a: 'pp' }, t: { a: 'pp' } });
    at.run(second, { s: { a: 'pf' }, t: { a: 'pf' } });
    const { out, err } = await at.diff('aaaa', 'bbbb', { json: true, suite: 't' });
    expect(json(out).map(({ suite }: { suite: string }) => suite)).toEqual(['t']);
    expect(err).toBe('');
  });
});

const accepted = (run: string) => ({
  at: '2025-06-01T10:00:00.000Z',
  by: 'Ada <ada@example.org>',
  reason: 'reads well',
  run,
  evals: '0.1.0',
});

describe('what is shown of a flip', () => {
  test('both outputs while the run of the baseline is on disk, else what the candidate said', async () => {
    const at = diffProject();
    at.run(first, { s: { a: 'pf' } });
    at.baseline('s', { a: 'pf' }, { accepted: accepted(first) });
    at.run(second, { s: { a: 'fp' } });
    const { out } = await at.diff('baseline', 'bbbb', { json: true });
    expect(json(out)[0].flips).toMatchObject([
      { case: 'c1', direction: 'loss', expected: 'yes', before: 'yes', got: 'no, says a' },
      { case: 'c2', direction: 'gain', expected: 'yes', before: 'no, says a', got: 'yes' },
    ]);
    at.baseline('s', { a: 'pf' }, { accepted: accepted('20240101-000000.000-gone') });
    const [loss] = json((await at.diff('baseline', 'bbbb', { json: true })).out)[0].flips;
    expect(loss).toMatchObject({ got: 'no, says a', reasons: ['equals: expected yes'] });
    expect(loss.before).toBeUndefined();
  });

  test('of several repeats the first that tells: one that passed before, one that fails now', async () => {
    const at = diffProject();
    // Repeats that came out otherwise, in the order in which they finished.
    at.run(first, { s: { a: 'p' } });
    at.repeats(first, ['f1', 'p3 later', 'p2 yes']);
    at.run(second, { s: { a: 'f' } });
    at.repeats(second, ['p1', 'f3 later', 'f2 no']);
    const { out } = await at.diff('aaaa', 'bbbb', { json: true });
    expect(json(out)[0].flips).toMatchObject([
      { baseline: { passed: 2, of: 3 }, candidate: { passed: 1, of: 3 }, before: 'yes', got: 'no' },
    ]);
  });

  test('an old run that cannot be read takes away its outputs, and nothing else', async () => {
    const at = diffProject();
    at.run(first, { s: { a: 'pf' } });
    at.append(first, 'trials.jsonl', '{broken\n{}\n');
    at.baseline('s', { a: 'pf' }, { accepted: accepted(first) });
    at.run(second, { s: { a: 'fp' } });
    const { out, code } = await at.diff('baseline', 'bbbb', { json: true });
    expect(code).toBe(0);
    expect(json(out)[0].flips).toHaveLength(2);
    expect(json(out)[0].flips[0].before).toBeUndefined();
  });
});

describe('what is refused, with exit code 2', () => {
  const refusals: [title: string, make: (at: ReturnType<typeof diffProject>) => void, sides: [string?, string?], code: string, hint: RegExp][] = [
    ['no run at all', () => undefined, ['latest', 'baseline'], 'unknown-run', /evals run/],
    ['no baseline', (at) => at.run(first, { s: { a: half } }), [], 'nothing-accepted', /baseline accept/],
    ['no such run', (at) => at.run(first, { s: { a: half } }), ['main', 'latest'], 'unknown-side', /git:<revision>/],
    ['a model of the last run without it', (at) => at.run(first, { s: { x: half, y: half } }), ['x', 'y'], 'unknown-side', /"latest#x"/],
    ['no such arm', (at) => at.run(first, { s: { fast: half } }), ['latest#fasr', 'latest'], 'unknown-arm', /"fast"/],
    ['several arms fit', (at) => at.run(first, { s: { gpt5: half, gpt6: half } }), ['latest#gpt', 'latest#gpt6'], 'ambiguous-arm', /more/],
    ['not clear which arms', (at) => at.run(first, { s: { a: half, b: half, c: half } }), ['latest#a', 'latest'], 'unpaired-arms', /Type one/],
    ['the same side, where there are others', (at) => at.run(first, { s: { a: half, b: half } }), ['latest', 'latest'], 'unpaired-arms', /Type one/],
    ['nothing of one lane', (at) => { at.run(first, { s: { a: half, b: half } }); at.run(second, { s: { c: half, d: half } }); }, ['aaaa', 'bbbb'], 'unpaired-arms', /Type one/],
    ['the same side', (at) => at.run(first, { s: { a: half } }), ['latest', 'aaaa'], 'same-side', /another run/],
    ['the run that the baseline was made of', (at) => { at.run(first, { s: { a: half } }); at.baseline('s', { a: half }, { accepted: accepted(first) }); }, [], 'same-side', /another run/],
    ['no suite in common', (at) => { at.run(first, { s: { a: half } }); at.run(second, { t: { a: half } }); }, ['aaaa', 'bbbb'], 'no-shared-suite', /suite/],
    ['other graders everywhere', (at) => { at.run(first, { s: { a: half } }); at.baseline('s', { a: half }, { graders: 'g0' }); }, [], 'graded-apart', /baseline accept/],
    ['other cases everywhere', (at) => { at.run(first, { s: { a: half } }); at.baseline('s', { a: half }, { digest: 'edited' }); }, [], 'no-common-case', /id and content/],
    ['no git', (at) => at.run(first, { s: { a: half } }), ['git:main'], 'no-git-baselines', /baseline/],
    ['no file', (at) => at.run(first, { s: { a: half } }), ['gone.json'], 'unreadable-file', /path/],
    ['no baseline in the file', (at) => { at.run(first, { s: { a: half } }); at.write('x.json', '[1]'); }, ['x.json'], 'edited-baseline', /./],
  ]; // biome-ignore format: a table
  test.each(refusals)('%s', async (_, make, [a, b], code, hint) => {
    const at = diffProject();
    make(at);
    const done = await at.diff(a, b);
    expect(codes(done)).toEqual([code]);
    expect(done.refused[0]!.hint).toMatch(hint);
    expect([done.code, done.out]).toEqual([2, '']);
  });

  test('a revision that git does not know, and one without a baseline', async () => {
    const at = diffProject();
    at.git('init', '-q');
    at.write('readme', 'x');
    at.commit('begin');
    at.run(first, { s: { a: half } });
    expect(codes(await at.diff('git:nowhere'))).toEqual(['unknown-revision']);
    expect(codes(await at.diff('git:--upload-pack=x'))).toEqual(['unknown-revision']);
    const { refused } = await at.diff('git:HEAD');
    expect(refused[0]!.message).toBe('There was no baseline at the revision "HEAD".');
  });

  test('a suite that neither side has', async () => {
    const at = diffProject();
    at.run(first, { refund: { a: half } });
    at.run(second, { refund: { a: half } });
    const { refused } = await at.diff('aaaa', 'bbbb', { suite: 'refunt' });
    expect(refused).toMatchObject([{ code: 'unknown-name', hint: 'Did you mean "refund"?' }]);
  });

  test('a suite that only one side has', async () => {
    const at = diffProject();
    at.run(first, { s: { a: half } });
    at.run(second, { s: { a: half }, t: { a: half } });
    expect(codes(await at.diff('aaaa', 'bbbb', { suite: 't' }))).toEqual(['no-shared-suite']);
  });

  test.each([
    ['aaaa', 'bbbb', 6],
    ['aaaa#v3', 'bbbb', 4],
    ['bbbb', 'aaaa#b', 4],
    ['aaaa#a', 'aaaa#a', 2],
    ['bbbb', 'bbbb', 2],
  ])('the commands that are offered for %s and %s work', async (left, right, number) => {
    const at = diffProject();
    at.run(first, { s: { 'p@v3 · a': 'ppp', 'p@v4 · a': 'ppf', 'p@v3 · b': 'pff', 'p@v4 · b': 'fff' } });
    at.run(second, { s: { 'q@v1 · a': 'ppp', 'q@v1 · b': 'ppf' } });
    const { refused } = await at.diff(left, right);
    const commands = [...refused[0]!.message.matchAll(/^- evals diff (.+) (.+)$/gm)];
    expect(commands).toHaveLength(number);
    for (const [, a, b] of commands) {
      const unquoted = [a, b].map((side) => (side!.startsWith('"') ? JSON.parse(side!) : side));
      const done = await at.diff(unquoted[0], unquoted[1], { json: true });
      expect(codes(done)).toEqual([]);
      expect(json(done.out)).toHaveLength(1);
    }
  });

  // Of 3 losses and 1 gain McNemar's one-sided p is 5/16, the two-sided 10/16, mid-p 6/16.
  test('the JSON of a comparison, as other programs read it', async () => {
    const at = diffProject();
    const outcomes = [`${'p'.repeat(60)}ff`, `${'p'.repeat(57)}fffpf`] as const;
    at.run(first, { s: { 'p@v3 · a': outcomes[0], 'p@v4 · a': outcomes[1] } });
    const { out } = await at.diff('latest#v3', 'latest#v4', { json: true });
    const golden = join(import.meta.dirname, 'golden', 'diff.json');
    const text = `${JSON.stringify(JSON.parse(out), (_, value) => rounded(value), 2)}\n`;
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });
});

/** A formula that is computed in another order differs in the last digit. */
const rounded = (value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value);

describe('a baseline that is what it was', () => {
  const begun = (suites: string[]) => {
    const at = diffProject();
    at.git('init', '-q');
    for (const suite of suites) at.baseline(suite, { a: 'ppff' }, { accepted: accepted('run-1') });
    at.commit('accept');
    return at;
  };

  test('is no mistake: nothing changed, and that is said', async () => {
    const at = begun(['s', 't']);
    const { code, out, refused } = await at.diff('git:HEAD', 'baseline');
    expect([code, codes({ refused })]).toEqual([0, []]);
    expect(out).toBe('Nothing changed between baseline at git:HEAD and baseline: s (a), t (a).\n');
    const { out: machine } = await at.diff('git:HEAD', 'baseline', { json: true });
    expect(JSON.parse(machine)).toEqual({
      schemaVersion: 1,
      comparisons: [],
      unchanged: [
        { suite: 's', arm: 'a' },
        { suite: 't', arm: 'a' },
      ],
    });
  });

  test('is told beside those that changed', async () => {
    const at = begun(['s', 't']);
    at.baseline('s', { a: 'pppf' }, { accepted: accepted('run-2') });
    const { code, out, err } = await at.diff('git:HEAD', 'baseline', { json: true });
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toMatchObject({
      comparisons: [{ suite: 's', all: { gains: 1 } }],
      unchanged: [{ suite: 't' }],
    });
    expect((await at.diff('git:HEAD', 'baseline')).out).toContain('Nothing changed between');
  });

  test('against itself by one name is a mistake, as two names of one run are', async () => {
    const at = begun(['s']);
    expect(codes(await at.diff('baseline', 'baseline'))).toEqual(['same-side']);
  });

  test('of other contents under the same run is compared: somebody edited it', async () => {
    const at = begun(['s']);
    at.baseline('s', { a: 'pppf' }, { accepted: accepted('run-1') });
    const { code, out } = await at.diff('git:HEAD', 'baseline', { json: true });
    expect([code, json(out)[0]?.all.gains]).toEqual([0, 1]);
  });
});

describe('what is told beside the comparison', () => {
  test('suites and arms of one side only', async () => {
    const at = diffProject();
    at.baseline('s', { a: 'pp', old: 'pp' });
    at.baseline('t', { a: 'pp' });
    at.run(first, { s: { a: 'pf', c: 'pp' }, u: { a: 'pp' } });
    const { code, err } = await at.diff();
    expect(code).toBe(0);
    expect(err.match(/warning\[[\w-]+\]\n {2}.*/g)).toEqual([
      'warning[suite-on-one-side]\n  Only in baseline, and left out: 1 suite (t).',
      `warning[suite-on-one-side]\n  Only in run ${first}, and left out: 1 suite (u).`,
      'warning[arm-on-one-side]\n  "old" of suite "s" is only in baseline; it is left out.',
      `warning[arm-on-one-side]\n  "c" of suite "s" is only in run ${first}; it is left out.`,
    ]);
  });

  test('that a run has not asked all', async () => {
    const at = diffProject();
    at.run(first, { s: { a: 'pppp' } });
    at.run(second, { s: { a: 'pp--' } });
    const { err } = await at.diff('aaaa', 'bbbb');
    expect(err).toContain(`run ${second}: 2 of 4 trials of "a" in suite "s" were not asked.`);
  });

  test('suites that cannot be compared, where others can', async () => {
    const at = diffProject();
    at.run(first, { s: { a: 'pp' }, t: { a: 'pp', b: 'pp' } });
    at.run(second, { s: { a: 'pf' }, t: { c: 'pp', d: 'pp' } });
    const { code, err, out } = await at.diff('aaaa', 'bbbb', { json: true });
    expect([code, json(out).length]).toEqual([0, 1]);
    expect(err).toContain('warning[unpaired-arms]');
    expect(err).toContain('evals diff "aaaa#a" "bbbb#c" --suite t');
  });
});

describe('what was asked beside the candidate’s run', () => {
  test('fresh answers tell a regression from noise', async () => {
    const at = diffProject();
    at.run(first, { s: { a: 'pppp' } });
    at.run(second, { s: { a: 'ffpp' } });
    at.fresh(second, 'redraws.jsonl', 's', 'a', ['c1 f', 'c1 f', ...Array(8).fill('c2 p')]);
    const { out } = await at.diff('aaaa', 'bbbb', { json: true });
    expect(json(out)[0].flips).toMatchObject([
      { case: 'c1', redrawn: { verdict: 'regressed' } },
      { case: 'c2', redrawn: { verdict: 'cleared' } },
    ]);
  });

  test('where they cannot be read the comparison stands, and it is said', async () => {
    const at = diffProject();
    at.run(first, { s: { a: 'pppp' } });
    at.run(second, { s: { a: 'ffpp' } });
    at.append(second, 'redraws.jsonl', '{broken\n');
    const { out, err, code } = await at.diff('aaaa', 'bbbb', { json: true });
    expect([code, json(out)[0].flips.length]).toEqual([0, 2]);
    expect(err).toMatch(/^warning\[broken-journal\]/);
  });

  test('the canary speaks of the baseline that it was asked of, and of no other', async () => {
    const at = diffProject();
    at.baseline('s', { a: 'pppp' }, { accepted: accepted('run-1') });
    const own = JSON.parse(readFileSync(join(at.root, 'evals/baselines/s.json'), 'utf8'));
    at.run(first, { s: { a: 'pppp' } });
    at.run(second, { s: { a: 'fppp' } });
    at.append(second, 'baselines.json', JSON.stringify({ schemaVersion: 1, baselines: [own] }));
    at.fresh(second, 'canary.jsonl', 's', 'a', ['c1 f', 'c2 p']);
    const seen = async (a: string) => json((await at.diff(a, 'bbbb', { json: true })).out)[0].canary;
    expect(await seen('baseline')).toMatchObject({ pairs: 2, losses: 1 });
    expect(await seen('aaaa')).toBeUndefined();
  });
});

describe('the text of the prompts', () => {
  const prompt = (line: string) => `${line}\n{{ input }}\n`;

  test('both versions of today', async () => {
    const { at, digests } = await withPrompts({ v1: prompt('Be kind.'), v2: prompt('Be brief.') });
    at.run(first, { s: { 'p@v1 · a': 'pp', 'p@v2 · a': 'pf' } });
    setDigests(at.root, first, digests);
    const { out, err } = await at.diff('latest#v1', 'latest#v2', { json: true });
    expect(err).toBe('');
    const [change] = json(out)[0].inputs;
    expect(change.what).toBe('prompt');
    expect(change.diff).toContain('-Be kind.\n+Be brief.\n');
  });

  test('a file that was edited since: the text of then is not shown, unless its commit has it', async () => {
    const { at, digests } = await withPrompts({ v1: prompt('Be kind.'), v2: prompt('Be brief.') });
    at.git('init', '-q');
    const commit = at.commit('prompts');
    at.run(first, { s: { 'p@v1 · a': 'pp', 'p@v2 · a': 'pf' } });
    setDigests(at.root, first, digests);
    at.write('prompts/p/v1.md', prompt('Be rude.'));
    const lost = await at.diff('latest#v1', 'latest#v2', { json: true });
    expect(lost.err).toContain('warning[prompt-edited]\n  p@v1 is not what it was');
    expect(json(lost.out)[0].inputs[0].diff).toBeUndefined();
    setCommit(at.root, first, commit);
    const found = await at.diff('latest#v1', 'latest#v2', { json: true });
    expect(found.err).toBe('');
    expect(json(found.out)[0].inputs[0].diff).toContain('-Be kind.\n+Be brief.\n');
  });
});

async function withPrompts(files: Record<string, string>) {
  const at = diffProject();
  for (const [version, text] of Object.entries(files)) at.write(`prompts/p/${version}.md`, text);
  const { readPrompts } = await import('../../../src/load/read-prompts.ts');
  const prompts = await readPrompts({ root: at.root });
  const digests: Record<string, string> = {};
  for (const version of Object.keys(files))
    digests[`p@${version}`] = (await prompts.find(`p@${version}`)).value!.digest;
  return { at, digests };
}

function changeRun(root: string, id: string, change: (run: Record<string, unknown>) => void): void {
  const file = join(root, '.evals', 'runs', id, 'run.json');
  const run = JSON.parse(readFileSync(file, 'utf8'));
  change(run);
  writeFileSync(file, JSON.stringify(run));
}
const setDigests = (root: string, id: string, digests: Record<string, string>) =>
  changeRun(root, id, (run) => {
    for (const { arms } of run.suites as { arms: { prompt: string; promptDigest: string }[] }[])
      for (const arm of arms) arm.promptDigest = digests[arm.prompt]!;
  });
const setCommit = (root: string, id: string, commit: string) =>
  changeRun(root, id, (run) => {
    run.git = { commit, dirty: false };
  });
