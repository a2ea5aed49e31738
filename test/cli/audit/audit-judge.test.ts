import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { Audit } from '../../../src/domain/audit.ts';
import { labelId } from '../../../src/domain/label-id.ts';
import { realClock } from '../../store/real-clock.ts';
import { fakeWorld } from '../actions/fake-world.ts';
import { project } from '../bin/project.ts';

const made: (() => void)[] = [];
afterAll(() => {
  for (const remove of made) remove();
});

const count = 120;
const suite = (more = '') => `suite: refund
models: [bot]
judge: fair
gate: { margin: 15 }
graders:
  - { judge: "Is it kind?", name: polite }
${more}cases:
${Array.from({ length: count }, (_, i) => `  - { id: c${i}, input: "q${i}" }`).join('\n')}
`;

/**
 * The model says what state.json has; the judge passes what calls itself good, so that the labels of a test, which look at
 * `truly`, may say otherwise.
 */
const files: Record<string, string> = {
  'evals.config.yaml':
    'models: { bot: { use: "module:./model.mjs#say" } }\njudges: { fair: { use: "module:./model.mjs#judge" } }\nlimits: { module: { retries: 0 } }\n',
  'model.mjs': `import { readFileSync } from 'node:fs';
export const say = ({ case: { id } }) => JSON.parse(readFileSync(new URL('./state.json', import.meta.url), 'utf8'))[id] ?? 'good, truly good';
export const judge = ({ prompt }) => {
  const output = /<output (\\w+)>\\n([\\s\\S]*)\\n<\\/output \\1>/.exec(prompt)[2];
  if (output.startsWith('mumble')) return 'well';
  return JSON.stringify({ reason: 'r', verdict: output.startsWith('good') ? 'pass' : 'fail' });
};
`,
  'state.json': '{}',
  'evals/s.eval.yaml': suite(),
};

function auditProject(more: Record<string, string> = {}) {
  const { folder: root, remove } = project('', { ...files, ...more });
  made.push(remove);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const runs = join(root, '.evals', 'runs');
  return {
    root,
    read,
    write(path: string, text: string) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    /** The model answers to `of(i)` from now on. */
    say: (of: (i: number) => string) =>
      writeFileSync(
        join(root, 'state.json'),
        JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, of(i)]))),
      ),
    ids: () => readdirSync(runs).sort(),
    remove: (id: string) => rmSync(join(runs, id), { recursive: true }),
    audit: (): Audit => {
      const id = readdirSync(runs).sort().findLast((one) => existsSync(join(runs, one, 'audit.json')))!;
      return JSON.parse(readFileSync(join(runs, id, 'audit.json'), 'utf8')) as Audit;
    },
    async run(...words: string[]) {
      const world = fakeWorld(root);
      const code = await main({ ...world, clock: realClock, account: () => 'ada', arguments: words });
      return { code, out: world.shown(), err: world.told() };
    },
  };
} // biome-ignore format: a field a line

/** 100 cases are kind on both sides; 10 the judge turned one way and 10 the other. */
const before = (i: number) => (i < 10 ? `bad, truly bad ${i}` : `good, truly good ${i}`);
const after = (i: number) => (i >= 10 && i < 20 ? `bad, truly bad ${i}` : `good, truly good ${i} now`);

/** As `evals judge label --audit` writes them: what each picked answer truly is. */
function labelsOf({ picks, suite: name, check }: Audit, sides: ((i: number) => string)[], keep = (_: number) => true) {
  const rows = Array.from({ length: count }, (_, i) => i)
    .filter(keep)
    .flatMap((i) => sides.map((side) => ({ id: `c${i}`, output: side(i) })))
    .map(({ id, output }) => ({ item: labelId({ suite: name, check, case: id, output }), id, output }))
    .filter(({ item }) => Object.hasOwn(picks, item));
  return rows
    .map(({ item, id, output }) => `${JSON.stringify({ id: item, case: id, output, label: output.includes('truly good') ? 'pass' : 'fail', rater: 'ana', pick: picks[item] })}\n`)
    .join('');
} // biome-ignore format: one row

type Project = ReturnType<typeof auditProject>;

/** A project with an accepted baseline of `was`, and a run of `is`. */
async function compared(was = before, is = after, more: Record<string, string> = {}): Promise<Project> {
  const at = auditProject(more);
  at.say(was);
  await at.run('run', '-q');
  expect((await at.run('baseline', 'accept', '--reason', 'kind', '--repeat', '1', '-q')).err).not.toContain(
    'error',
  );
  at.say(is);
  await at.run('run', '-q', '--no-redraw', '--no-canary');
  return at;
}

describe('a run beside its baseline', () => {
  let at: Project;
  beforeAll(async () => {
    at = await compared();
  });

  test('what the judge sees otherwise is picked, and a part of the rest; what comes next is said', async () => {
    const { code, out, err } = await at.run('judge', 'audit');
    expect([code, err]).toEqual([0, '']);
    const audit = at.audit();
    const [lane] = audit.lanes;
    expect(lane!.cells).toEqual({ both: 100, lost: 10, gained: 10, neither: 0, same: 0 });
    expect(lane!.cases).toHaveLength(20 + 90);
    expect(Object.values(audit.picks).filter((one) => one === 'discordant')).toHaveLength(40);
    expect(Object.keys(audit.picks)).toHaveLength(220);
    expect(audit.runs).toEqual([at.ids().at(-1), lane!.baseline.run]);
    expect(out).toContain("Picked: all 20 on which the judge's verdicts differ, and 90 of the 100 others.");
    expect(out).toContain(
      `Next: evals judge label ${audit.run} --audit\nThen: evals judge audit ${audit.run}\n`,
    );
  });

  test('the same command picks the same, and keeps a larger draw', async () => {
    const first = at.audit();
    await at.run('judge', 'audit');
    expect(at.audit().picks).toEqual(first.picks);
    await at.run('judge', 'audit', '--concordant', '95');
    expect(Object.keys(at.audit().picks)).toHaveLength(230);
    await at.run('judge', 'audit');
    expect(Object.keys(at.audit().picks)).toHaveLength(230);
    await at.run('judge', 'audit', '--concordant', '90');
    expect(at.audit().picks).toEqual(first.picks);
  });

  test('with labels it decides by them, keeps that, and says it in a sentence', async () => {
    at.write('evals/labels/refund.polite.jsonl', labelsOf(at.audit(), [before, after]));
    const { code, out, err } = await at.run('judge', 'audit');
    expect([code, err]).toEqual([0, '']);
    const { outcome } = at.audit().lanes[0]!;
    expect(outcome).toMatchObject({ verdict: 'PASS', labelled: 110, missing: 0, margin: 0.15, effect: 0, labels: { file: 'evals/labels/refund.polite.jsonl' } });
    expect(outcome!.strata.lost).toEqual({ losses: 10, gains: 0, ties: 0 });
    expect(out.replace(/\s+/g, ' ')).toContain(`PASS: by what people say, not worse than the baseline by more than 15.0 points: 0.0 points (95 %:`);
    expect(out).not.toContain('Next:');
  }); // biome-ignore format: one object

  test('--json is the audit as it is kept', async () => {
    const { out } = await at.run('judge', 'audit', '--json');
    expect(JSON.parse(out)).toEqual(at.audit());
  });

  test('while a cell has no label nothing can be said (3); with some in each it goes on', async () => {
    const only = (i: number) => i >= 15;
    at.write('some.jsonl', labelsOf(at.audit(), [before, after], (i) => i >= 20));
    const none = await at.run('judge', 'audit', '--labels', 'some.jsonl');
    expect([none.code, none.err]).toEqual([3, expect.stringMatching(/No case is labelled of those that the judge passes on the baseline's side only, nor of those that the judge passes on the candidate's side only; 20 picked cases lack/)]);
    at.write('some.jsonl', labelsOf(at.audit(), [before, after], (i) => only(i) || i < 5));
    const some = await at.run('judge', 'audit', '--labels', 'some.jsonl');
    expect([some.code, some.err]).toEqual([0, '']);
    expect(at.audit().lanes[0]!.outcome).toMatchObject({ labelled: 100, missing: 10 });
    expect(some.out).toContain('--audit --labels some.jsonl');
  }); // biome-ignore format: one sentence

  test('labels that are wrong are refused with their line', async () => {
    at.write('wrong.jsonl', labelsOf(at.audit(), [before, after]).replace('"pass"', '"great"'));
    const { code, err } = await at.run('judge', 'audit', '--labels', 'wrong.jsonl');
    expect([code, err]).toEqual([2, expect.stringMatching(/label-off-menu\] wrong\.jsonl:\d+/)]);
    expect((await at.run('judge', 'audit', '--labels', 'none.jsonl')).err).toContain('labels-missing');
  });

  test('flags that mean nothing are refused', async () => {
    expect((await at.run('judge', 'audit', '--concordant', '0')).err).toContain(
      '--concordant needs a whole number of at least 1',
    );
    expect((await at.run('judge', 'audit', '--check', 'short')).err).toContain('audit-of-none');
    expect((await at.run('judge', 'audit', 'nothing')).code).toBe(2);
  });

  test('a baseline whose answers are not on disk cannot be audited', async () => {
    at.remove(at.audit().lanes[0]!.baseline.run);
    const { code, err } = await at.run('judge', 'audit');
    expect([code, err]).toEqual([2, expect.stringContaining('audit-baseline-gone')]);
  });
});

test('a judge that favours the candidate: by its verdicts nothing is lost, by people 25 of 120 are', async () => {
  // The candidate calls itself good where it truly is bad.
  const flattering = (i: number) =>
    i >= 10 && i < 35 ? `good, truly bad ${i}` : `good, truly good ${i} now`;
  const at = await compared(before, flattering);
  await at.run('judge', 'audit');
  expect(at.audit().lanes[0]!.cells).toMatchObject({ lost: 0, gained: 10 });
  at.write('evals/labels/refund.polite.jsonl', labelsOf(at.audit(), [before, flattering]));
  const { code, out } = await at.run('judge', 'audit');
  expect(code).toBe(1);
  expect(out.replace(/\s+/g, ' ')).toMatch(
    /FAIL: by what people say, worse than the baseline: −\d+\.\d points/,
  );
});

test('a check under a not is turned round: what people pass is what the case fails', async () => {
  const turned = { 'evals/s.eval.yaml': suite().replace('name: polite }', 'name: polite, not: true }') };
  const worse = (i: number) => (i < 50 ? `good, truly good ${i}` : `bad, truly bad ${i}`);
  const at = await compared((i) => `bad, truly bad ${i}`, (i) => `${worse(i)} now`, turned);
  await at.run('judge', 'audit');
  at.write('evals/labels/refund.polite.jsonl', labelsOf(at.audit(), [(i) => `bad, truly bad ${i}`, (i) => `${worse(i)} now`]));
  expect((await at.run('judge', 'audit')).code).toBe(1);
  expect(at.audit().lanes[0]!.outcome!.effect).toBeLessThan(-0.3);
}); // biome-ignore format: sides

test('answers that both sides share need no label; those without a verdict are left out', async () => {
  const is = (i: number) => (i < 3 ? 'mumble' : i < 60 ? before(i) : `${before(i)} now`);
  const at = await compared(before, is);
  await at.run('judge', 'audit');
  const [lane] = at.audit().lanes;
  expect(lane!.cells).toMatchObject({ same: 57, both: 60, lost: 0, gained: 0 });
  expect([lane!.leftOut, lane!.cases.length]).toEqual([3, 60]);
});

test('where both sides gave the same answers nobody is asked', async () => {
  const at = await compared(before, before);
  const { code, out } = await at.run('judge', 'audit');
  expect(code).toBe(0);
  expect(out).toContain('there is nothing to label.');
  expect(out.replace(/\s+/g, ' ')).toMatch(
    /PASS: by what people say, .* 0\.0 points \(95 %: .*; 0 of 0 cases labelled, 120 more have one answer/,
  );
  expect(out).not.toContain('Next:');
  expect(at.audit().lanes[0]!.outcome).toMatchObject({ verdict: 'PASS', effect: 0 });
});

test('a run that was held against nothing has nothing to audit', async () => {
  const at = auditProject();
  await at.run('run', '-q');
  const { code, err } = await at.run('judge', 'audit');
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('no suite that a judge grades was held against a baseline'),
  ]);
});

test('a rubric that has changed since makes no pair; graded again, the baseline has answers to it', async () => {
  const at = await compared();
  at.write('evals/s.eval.yaml', suite().replace('Is it kind?', 'Is it nice?'));
  await at.run('run', '-q', '--no-redraw', '--no-canary');
  const { code, err } = await at.run('judge', 'audit');
  expect([code, err]).toEqual([2, expect.stringContaining('audit-no-pairs')]);
  const run = /evals regrade (\S+)"/.exec(err)![1]!;
  const id = at.ids().at(-1)!;
  await at.run('regrade', run, '-q');
  expect((await at.run('judge', 'audit', id)).code).toBe(0);
  expect(at.audit().lanes[0]!.cells).toMatchObject({ both: 100, lost: 10, gained: 10 });
});
