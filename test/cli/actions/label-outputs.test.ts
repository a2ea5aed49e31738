import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { Audit } from '../../../src/domain/audit.ts';
import type { Label } from '../../../src/domain/label.ts';
import { labelId } from '../../../src/domain/label-id.ts';
import { listRuns } from '../../../src/store/list-runs.ts';
import { project, type TestProject } from '../bin/project.ts';
import { fakeWorld } from './fake-world.ts';
import { type Deed, typingWorld } from './typing-world.ts';

const secret = 'sk-very-secret-value';
const files = {
  'evals.config.yaml': 'judges: { strict: { use: "module:./judge.mjs" } }\n',
  'judge.mjs':
    'export default async () => JSON.stringify({ reason: "REASON of the judge", verdict: "pass" });\n',
  'app.mjs': `export default async ({ messages }) => {
  const asked = messages.at(-1).content;
  if (asked.includes('broken')) throw new Error('REASON of the model');
  return 'Re: ' + asked + (asked.includes('escape') ? ' \\u001b[2J\\u001b]0;gone\\u0007 ${secret}' : '');
};\n`,
  'evals/refund.eval.yaml': `suite: refund
models: ["module:./app.mjs"]
judge: strict
repeat: 2
graders:
  - { judge: "Names the 30 days", context: "POLICY TEXT" }
cases:
  - { id: late, input: "It is late." }
  - { id: early, input: "It is early." }
  - { id: escape, input: "An escape." }
  - { id: broken, input: "It is broken." }
  - { id: plain, input: "No judge.", graders: { replace: [{ contains: judge }] } }
`,
};

let root: string;
let run: string;
const projects: TestProject[] = [];
afterAll(() => {
  for (const one of projects) one.remove();
});

/** Calls the program where nobody types; each time a day later, so that the newest run is the last. */
let day = 0;
async function call(...args: string[]): Promise<number> {
  day += 1;
  const plain = fakeWorld(root, { API_KEY: secret });
  const clock = { ...plain.clock, date: () => new Date(day * 86_400_000) };
  return main({ ...plain, clock, arguments: args });
}

/** Keeps an audit of the run, as `evals judge audit` would. */
function audit(picks: Audit['picks'], runs = [run]): void {
  const of = { suite: 'refund', check: 'judge', judge: 'strict', at: '2026-11-30T14:00:00Z', evals: '0.1.0' };
  const whole: Audit = { schemaVersion: 1, run, ...of, seed: 1, concordant: 80, runs, picks, lanes: [] };
  writeFileSync(join(root, '.evals', 'runs', run, 'audit.json'), JSON.stringify(whole));
}

/** A project that has a run. */
async function begin(more: Record<string, string> = {}): Promise<void> {
  const at = project('', { ...files, ...more });
  projects.push(at);
  root = at.folder;
  await call('run', '--quiet');
  run = (await listRuns(root)).at(-1)!;
}
beforeAll(() => begin(), 30_000);

async function label(keys: readonly Deed[], ...args: string[]) {
  const at = typingWorld(root, keys, { env: { API_KEY: secret }, width: 80, height: 24, pause: 2 });
  const world = { ...at, arguments: ['judge', 'label', '--rater', 'ana', ...args] };
  const code = await main(world);
  return { code, screens: world.screens, out: world.rest(), err: world.told(), restored: world.restored() };
}
const path = (name = 'refund.judge') => join(root, 'evals', 'labels', `${name}.jsonl`);
const written = (name?: string): Label[] =>
  readFileSync(path(name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const forget = () => rmSync(join(root, 'evals', 'labels'), { recursive: true, force: true });

describe('a session', () => {
  test('takes verdicts into the file, goes on where it was, and ends with what is next', async () => {
    forget();
    const first = await label(['p', 'f', 'q']);
    expect(first.code).toBe(0);
    expect(first.restored).toBe(1);
    expect(written().map((one) => one.label)).toEqual(['pass', 'fail']);
    expect(first.out).toContain('Labelled 2 outputs; 1 is left.');
    expect(first.out).toContain('evals judge calibrate strict --labels evals/labels/refund.judge.jsonl');
    const second = await label(['s', 'q']);
    expect(second.screens[0]).toContain('3 of 3');
    expect(second.screens.at(-1)).toContain('3 of 3 · 1 skipped');
    expect(written().map((one) => one.label)).toEqual(['pass', 'fail', null]);
    expect(new Set(written().map((one) => one.case))).toEqual(new Set(['late', 'early', 'escape']));
    const third = await label(['p']);
    expect(third).toMatchObject({ code: 0, screens: [], out: expect.stringContaining('none is left') });
  });

  test('shows nobody what the judge said, or who answered', async () => {
    forget();
    const { screens } = await label(['p', 'p', 'p', 'q']);
    const all = screens.join('\n');
    for (const shown of [
      'Names the 30 days',
      'POLICY TEXT',
      'It is late.',
      'Re: It is late.',
      'input',
      'output',
    ])
      expect(all).toContain(shown);
    for (const hidden of ['REASON', 'strict', 'module', 'app.mjs', '1.00', 'passed', run])
      expect(all).not.toContain(hidden);
  });

  test('obeys nothing of what models say, and keeps secrets out of the file', async () => {
    const all = (await label(['q'], '--only', 'escape', '--labels', 'x.jsonl')).screens.join('');
    expect(all).toContain('Re: An escape.');
    expect(all.replace(/\u001b\[(?:H|2K|0m|[12]m|22m)/g, '')).not.toContain('\u001b');
    await label(['p', 'q'], '--only', 'escape', '--labels', 'x.jsonl');
    const text = readFileSync(join(root, 'x.jsonl'), 'utf8');
    expect(text).toContain('[redacted]');
    expect(text).not.toContain(secret);
  });

  test('one label a line, with all that the judge was asked; chosen cases are no random pick', async () => {
    forget();
    await label(['p', 'q'], '--only', 'late', '--labels', 'evals/labels/one.jsonl');
    await label(['p', 'q'], '--limit', '1', '--labels', 'evals/labels/two.jsonl');
    expect(written('one')).toEqual([
      {
        schemaVersion: 1,
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        suite: 'refund',
        check: 'judge',
        case: 'late',
        label: 'pass',
        rater: 'ana',
        at: '1970-01-01T00:00:00.000Z',
        vars: { input: 'It is late.' },
        meta: {},
        messages: [{ role: 'user', content: 'It is late.' }],
        output: 'Re: It is late.',
        run,
        arm: 'module:./app.mjs',
      },
    ]);
    expect(written('two')).toMatchObject([{ pick: 'random' }]);
  });

  test('undo takes the last line out and shows the item again', async () => {
    forget();
    const { screens } = await label(['p', 'f', 'u', 'p', 'u', 'u', 'u', 'f', 'q']);
    expect(written().map((one) => one.label)).toEqual(['fail']);
    expect(screens.at(-2)).toContain('Nothing of this session is left to undo.');
  });

  test('the last one can be taken back when all are labelled', async () => {
    forget();
    const { screens } = await label(['p', 'p', 'p', 'u', 'f', 'q']);
    expect(screens.filter((screen) => screen.includes('All of them are labelled'))).toHaveLength(2);
    expect(written().map((one) => one.label)).toEqual(['pass', 'pass', 'fail']);
  });

  test('the order is shuffled by the seed, and the same for everybody', async () => {
    const order = async (...args: string[]) => {
      forget();
      await label(['p', 'f', 's', 'q'], ...args);
      return written().map((one) => one.case);
    };
    expect(await order('--rater', 'bo')).toEqual(await order());
    const orders = new Set<string>();
    for (const seed of ['0', '1', '2', '3', '4', '5']) orders.add((await order('--seed', seed)).join());
    expect(orders.size).toBeGreaterThan(2);
  });

  test('a second person is shown all of it, in the same file', async () => {
    forget();
    await label(['p', 'q']);
    expect((await label(['f', 'q'], '--rater', 'bo')).screens[0]).toContain('1 of 3');
    const [one, other] = written();
    expect([other!.id, other!.rater]).toEqual([one!.id, 'bo']);
  });

  test('Ctrl-C ends with 130, all that was said is kept', async () => {
    forget();
    expect(await label(['p', '\u0003'])).toMatchObject({ code: 130, restored: 1 });
    expect(written()).toHaveLength(1);
  });

  test('a disk that takes no more is told when the terminal is as before', async () => {
    forget();
    const block = () => {
      forget();
      writeFileSync(join(root, 'evals', 'labels'), '');
    };
    const { code, err, restored } = await label(['p', block, 'p', 'q']);
    expect({ code, restored }).toEqual({ code: 3, restored: 1 });
    expect(err).toContain('labels-not-written');
    expect(await label(['p'])).toMatchObject({ code: 2, screens: [], restored: 0 });
    forget();
  });

  test('a file that was changed meanwhile is not cut', async () => {
    forget();
    const other = () => appendFileSync(path(), '{"case":"late","output":"x","label":"fail","rater":"bo"}\n');
    const { screens } = await label(['p', other, 'u', 'f', 'q']);
    expect(screens.join('')).toContain('The file was changed meanwhile');
    expect(written().map((one) => one.label)).toEqual(['pass', 'fail', 'fail']);
    expect(written()[0]!.id).toBe(written()[2]!.id);
  });
});

describe('a labels file', () => {
  test('whose last line was cut off is mended, and that is said', async () => {
    forget();
    await label(['p', 'p', 'q']);
    const whole = readFileSync(path(), 'utf8');
    writeFileSync(path(), whole.slice(0, -40));
    const { err, screens } = await label(['f', 'q']);
    expect(err).toContain('labels-mended');
    expect(screens[0]).toContain('2 of 3');
    expect(written().map((one) => one.label)).toEqual(['pass', 'fail']);
  });

  test('that a person wrote is gone on with', async () => {
    forget();
    await label(['p', 'q']);
    const { case: id, output } = written()[0]!;
    writeFileSync(path(), JSON.stringify({ case: id, output, label: true, rater: 'ana' }));
    expect((await label(['q'])).screens[0]).toContain('2 of 3');
  });

  test('that is broken is refused before anything is shown', async () => {
    forget();
    await label(['p', 'q']);
    appendFileSync(path(), '{"case":"x"}\nnonsense\n');
    const { code, err, screens } = await label(['p']);
    expect({ code, screens }).toEqual({ code: 2, screens: [] });
    expect(err).toContain(`${'evals/labels/refund.judge.jsonl'}:2`);
    expect(err).toContain('json-syntax');
    forget();
  });
});

describe('what cannot be done is refused', () => {
  test('without a terminal, with what to do instead', async () => {
    const plain = { ...fakeWorld(root), arguments: ['judge', 'label'] };
    expect(await main(plain)).toBe(2);
    expect(plain.told()).toMatch(/label-no-terminal.*keyboard.*"label": "pass"/s);
  });

  test.each<[string[], string]>([
    [['--only', 'nothing*'], 'nothing-selected'],
    [['--suite', 'triage'], 'unknown-name'],
    [['--check', 'kind'], 'unknown-name'],
    [['--limit', '0', '--seed', 'x', '--rater', ' '], 'bad-flag'],
    [['--audit'], 'audit-missing'],
    [['nosuch'], 'unknown-run'],
  ])('%j', async (args, code) => {
    const said = await label(['p'], ...args);
    expect({ code: said.code, screens: said.screens }).toEqual({ code: 2, screens: [] });
    expect(said.err).toContain(`[${code}]`);
  });
});

test('an audit narrows it to what it picked', async () => {
  forget();
  await label(['p', 'p', 'p', 'q']);
  const ids = written().map(({ id }) => id);
  forget();
  audit({ [ids[0]!]: 'discordant', [ids[2]!]: 'concordant' });
  const { screens } = await label(['f', 'f', 'q'], '--audit');
  expect(screens[0]).toContain('1 of 2');
  expect(screens.join('')).not.toMatch(/cordant/);
  expect(Object.fromEntries(written().map(({ id, pick }) => [id, pick]))).toEqual({
    [ids[0]!]: 'discordant',
    [ids[2]!]: 'concordant',
  });
  // What comes up by chance later is not asked again, and is drawn at random from then on.
  const later = await label(['p', 'u', 'p', 'q']);
  expect(later.screens[0]).toContain('3 of 3');
  const last = new Map(written().map((one) => [one.id, [one.pick, one.label]]));
  expect(Object.fromEntries(last)).toEqual({
    [ids[0]!]: ['random', 'fail'],
    [ids[1]!]: ['random', 'pass'],
    [ids[2]!]: ['random', 'fail'],
  });
  expect(written()).toHaveLength(5);
  expect((await label([])).err).toBe('');
  writeFileSync(join(root, '.evals', 'runs', run, 'audit.json'), '{}');
  expect((await label(['p'], '--audit')).err).toContain('audit-broken');
});

test('several checks: which one has to be said; and an edited case is left out', async () => {
  const file = 'evals/refund.eval.yaml';
  const suite = files[file].replace('cases:', '  - any: [{ judge: "Is it kind?", name: kind }]\ncases:');
  await begin({ [file]: suite });
  const said = await label(['p']);
  expect(said.code).toBe(2);
  expect(said.err).toContain('--suite refund --check judge; or --suite refund --check kind');
  const edited = suite.replace('It is early.', 'It is very early.').replace(/.*id: escape.*\n/, '');
  writeFileSync(join(root, file), edited);
  const kind = await label(['f', 'q'], '--check', 'kind');
  expect(kind.err).toMatch(/label-of-changed.*2 outputs/s);
  expect(kind.screens[0]).toContain('Is it kind?');
  expect(kind.screens[0]).toContain('1 of 1');
  expect(written('refund.kind')).toMatchObject([{ check: 'kind', case: 'late', label: 'fail' }]);
});

describe('beside a baseline', () => {
  const pair = {
    'word.txt': 'Old',
    'app.mjs': `import { readFileSync } from 'node:fs';
export default async ({ messages }) => {
  const asked = messages.at(-1).content;
  return (asked.includes('late') ? 'Same' : readFileSync(new URL('word.txt', import.meta.url), 'utf8')) + ': ' + asked;
};\n`,
    'judge.mjs': 'export default async () => JSON.stringify({ reason: "REASON", verdict: "first" });\n',
    'evals/refund.eval.yaml': `suite: refund
models: ["module:./app.mjs"]
judge: strict
graders:
  - { judge: "Names the 30 days", scale: { first: 1, second: 0 }, threshold: 1 }
  - { pairwise: "Says it in fewer words", baseline: true }
cases:
  - { id: late, input: "It is late." }
  - { id: early, input: "It is early." }
`,
  };
  test('two outputs are shown, and nobody is told which is which; of two that are the same nobody is asked', async () => {
    const suite = pair['evals/refund.eval.yaml'];
    // The first baseline has nothing to be compared with.
    await begin({ ...pair, 'evals/refund.eval.yaml': suite.replace(/.*pairwise.*\n/, '') });
    await call('baseline', 'accept', '--reason', 'first', '--repeat', '1', '--quiet');
    writeFileSync(join(root, 'evals/refund.eval.yaml'), suite);
    writeFileSync(join(root, 'word.txt'), 'New');
    await call('run', '--quiet', '--no-redraw', '--no-canary');
    const { screens } = await label(['1', 'q'], '--check', 'pairwise');
    expect(screens[0]).toContain('1 of 1');
    for (const shown of ['Says it in fewer words', 'Old: It is early.', 'New: It is early.', 'first output'])
      expect(screens[0]).toContain(shown);
    expect(screens.join('')).not.toMatch(/baseline|REASON|strict/);
    const [one] = written('refund.pairwise');
    const isNewFirst = screens[0]!.indexOf('New: ') < screens[0]!.indexOf('Old: ');
    expect(one).toMatchObject({
      output: 'New: It is early.',
      before: 'Old: It is early.',
      label: isNewFirst ? 'better' : 'worse',
    });
  });

  test('an audit has outputs of both runs, each once', async () => {
    const runs = await listRuns(root);
    run = runs.at(-1)!;
    const accepted = runs.at(-2)!;
    const id = (output: string, of = 'early') =>
      labelId({ suite: 'refund', check: 'judge', case: of, output });
    const picks = {
      [id('New: It is early.')]: 'discordant' as const,
      [id('Old: It is early.')]: 'discordant' as const,
      [id('Same: It is late.', 'late')]: 'concordant' as const,
      [id('Nobody said this.')]: 'concordant' as const,
    };
    audit(picks, [run, accepted]);
    const { err, screens } = await label(['1', '2', 's', 'q'], '--audit');
    expect(err).toMatch(/label-of-changed.*1 output of run/s);
    expect(screens[0]).toContain('1 of 3');
    const all = written('refund.judge');
    expect(new Set(all.map(({ output }) => output))).toEqual(
      new Set(['New: It is early.', 'Old: It is early.', 'Same: It is late.']),
    );
    expect(all.find(({ output }) => output.startsWith('Old'))).toMatchObject({
      run: accepted,
      pick: 'discordant',
    });
    expect(all.find(({ output }) => output.startsWith('Same'))).toMatchObject({ run, pick: 'concordant' });
  });
});
