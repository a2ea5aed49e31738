import { describe, expect, test } from 'vitest';
import { realClock } from '../../store/real-clock.ts';
import { baselineProject, files } from './baseline-project.ts';

const accept = ['baseline', 'accept', '--quiet', '--reason', 'it says yes'];
const echo = {
  'evals/s.eval.yaml': files['evals/s.eval.yaml']!.replace('[bot]', '["embedded:echo"]').replaceAll('"yes"', '"Say yes to q1."'),
}; // biome-ignore format: one file

describe('what is accepted', () => {
  test('is asked afresh, three times, and not the run that looked well', async () => {
    const at = await baselineProject();
    await at.evals(['run', '-q']);
    expect(at.calls()).toBe(6);
    const liked = at.latest();
    at.state({ wrong: ['c4'], flaky: ['c2'] });
    const { code, out, err } = await at.evals(accept);
    expect(code, err).toBe(0);
    expect(at.calls()).toBe(18);
    const [lane] = at.baseline().lanes;
    expect(lane!.cases.map(({ id, passed, of }) => [id, passed, of])).toEqual([
      ['c0', 3, 3],
      ['c1', 3, 3],
      ['c2', 1, 3],
      ['c3', 3, 3],
      ['c4', 0, 3],
      ['c5', 3, 3],
    ]);
    expect(lane!.cases[1]).toMatchObject({ tags: ['t1'], score: 1, weight: 1, open: 0 });
    const asked = at.latest();
    expect(asked.id).not.toBe(liked.id);
    expect(lane!.accepted).toMatchObject({
      by: 'Ada <ada@example.org>',
      reason: 'it says yes',
      run: asked.id,
      commit: at.git('rev-parse', 'HEAD').trim(),
    });
    expect(lane!.accepted.asIs).toBeUndefined();
    expect(err).toContain(`none from the cache. Run ${liked.id} only says what is meant`);
    expect(out).toContain('72.2 % passed');
    expect(out).toContain('13 of 18 answers');
    // One case of six, one of three answers: 2·1·2/(3·2) = 2/3 of its pairs differ, 1/9 of all.
    expect(out).toContain(
      'Of two answers to the same case 11.1 % differ; 1 of 6 cases did not always come out alike: c2 (1 of 3)',
    );
    expect(out).toContain('Nothing can PASS here: a margin of 5 points needs 59 cases, and there are 6.');
    expect(out).toContain('Commit evals/baselines/s.json and prompts/lock.json');
    expect(JSON.parse(at.read('prompts/lock.json'))).toEqual({
      schemaVersion: 1,
      prompts: { 'p@v1': asked.suites[0]!.arms[0]!.promptDigest },
    });
  });

  test('--repeat says how often; the repeats of the suite are no fewer', async () => {
    const at = await baselineProject();
    await at.evals(['run', '-q']);
    at.calls();
    expect((await at.evals([...accept, '--repeat', '1'])).code).toBe(0);
    expect([at.calls(), at.baseline().lanes[0]!.repeat]).toEqual([6, 1]);
    await at.evals(['run', '-q', '--repeat', '4']);
    at.calls();
    expect((await at.evals(accept)).code).toBe(0);
    expect([at.calls(), at.baseline().lanes[0]!.repeat]).toEqual([24, 4]);
  });

  test('answers that are kept in the cache are not used', async () => {
    const at = await baselineProject({
      'evals.config.yaml': files['evals.config.yaml']!.replace('#answer"', '#answer", cache: true'),
    });
    await at.evals(['run', '-q']);
    await at.evals(['run', '-q']);
    expect(at.calls()).toBe(6);
    expect((await at.evals(accept)).code).toBe(0);
    expect(at.calls()).toBe(18);
  });

  test('a run of deterministic models stands as it is', async () => {
    const at = await baselineProject(echo);
    await at.evals(['run', '-q']);
    const { id } = at.latest();
    for (const more of [[], ['--as-is']]) {
      const { code, out, err } = await at.evals([...accept, ...more]);
      expect(code, err).toBe(0);
      expect(at.latest().id).toBe(id);
      expect(at.baseline().lanes[0]).toMatchObject({ repeat: 1, accepted: { run: id, asIs: true } });
      expect(out).toContain('Deterministic: asked again it says the same.');
      expect(out).toContain(`from run ${id} as it stands`);
    }
  });

  test('with the same answers at the same moment it has the same bytes', async () => {
    const at = await baselineProject({
      ...echo,
      'evals/other.eval.yaml': echo['evals/s.eval.yaml'].replace('suite: s', 'suite: other'),
    });
    const texts: string[] = [];
    for (const day of ['01', '02']) {
      const clock = { ...realClock, now: () => 0, date: () => new Date(`2026-01-${day}T00:00:00Z`) };
      expect((await at.evals(['run', '-q'], { clock })).code).toBe(0);
      expect((await at.evals(accept, { clock })).code).toBe(0);
      const { id } = at.latest();
      const same = (text: string) => text.replaceAll(id, '<run>').replaceAll(`2026-01-${day}`, '<day>');
      texts.push(same(at.read('evals/baselines/s.json') + at.read('evals/baselines/other.json')));
    }
    expect(texts[0]).toContain('<day>');
    expect(texts[1]).toBe(texts[0]);
  });

  test('what has changed since is asked as it is today, and said', async () => {
    const at = await baselineProject(echo);
    await at.evals(['run', '-q']);
    const { id } = at.latest();
    at.write('evals/s.eval.yaml', at.read('evals/s.eval.yaml').replace('"q3"', '"q1"'));
    const asIs = await at.evals([...accept, '--as-is']);
    expect([asIs.code, at.has('evals/baselines/s.json')]).toEqual([2, false]);
    expect(asIs.err).toContain('error[accept-changed]');
    expect(asIs.err).toContain('1 finished case edited (c3)');
    const { code, err } = await at.evals(accept);
    expect(code, err).toBe(0);
    expect(err).toContain('1 finished case edited (c3)');
    expect(err).toContain('What is asked is as it is today.');
    expect(at.latest().id).not.toBe(id);
    const [lane] = at.baseline().lanes;
    expect(lane!.accepted).toMatchObject({ dirty: true });
    expect([lane!.repeat, lane!.cases.filter(({ passed }) => passed === 1).map((one) => one.id)]).toEqual([
      1,
      ['c1', 'c3'],
    ]);
  });

  test('other lanes stay, and are named', async () => {
    const at = await baselineProject();
    at.state({ wrong: ['c1'] });
    await at.evals(['run', '-q', '--model', 'bot,embedded:echo']);
    expect((await at.evals(accept)).code).toBe(0);
    const before = at.baseline().lanes;
    expect(before.map(({ arm }) => arm.lane)).toEqual(['p · bot', 'p · embedded:echo']);
    at.state({});
    await at.evals(['run', '-q']);
    const { out } = await at.evals(accept);
    expect(out).toContain('Other lanes stay as they were: p · embedded:echo.');
    const after = at.baseline().lanes;
    expect(after[1]).toEqual(before[1]);
    expect(after[0]!.cases[1]!.passed).toBe(3);
  });

  test('a new version of the prompt takes the lane of the old one, and the lock follows', async () => {
    const at = await baselineProject();
    await at.evals(['run', '-q']);
    await at.evals(accept);
    at.write('prompts/p/v2.md', 'Please say yes to {{ input }}.\n');
    await at.evals(['run', '-q']);
    expect((await at.evals(accept)).code).toBe(0);
    expect(at.baseline().lanes.map(({ arm }) => arm.id)).toEqual(['p@v2 · bot']);
    expect(Object.keys(JSON.parse(at.read('prompts/lock.json')).prompts)).toEqual(['p@v2']);
  });

  test('a baseline that is there already does not stand in the way, however much worse the new one is', async () => {
    const at = await baselineProject();
    await at.evals(['run', '-q']);
    await at.evals(accept);
    at.state({ wrong: ['c0', 'c1', 'c2', 'c3', 'c4'] });
    expect((await at.evals(accept)).code).toBe(0);
    await at.evals(['run', '-q']);
    expect((await at.evals(accept)).code).toBe(0);
    expect(at.baseline().lanes[0]!.cases.map(({ passed }) => passed)).toEqual([0, 0, 0, 0, 0, 3]);
  });
});

describe('what was cut off', () => {
  test('is gone on with, and only what is missing is asked', async () => {
    const at = await baselineProject();
    await at.evals(['run', '-q']);
    at.calls();
    const cut = await at.evals([...accept, '--max-calls', '7']);
    expect(cut.code).toBe(4);
    const { id } = at.latest();
    expect(cut.err).toContain(
      `the budget is used up: 11 of 18 planned answers of run ${id} are missing. Nothing was stored.`,
    );
    expect(cut.err).toContain(`evals baseline accept ${id} --reason "it says yes"`);
    expect(at.has('evals/baselines/s.json')).toBe(false);
    expect(at.calls()).toBe(7);
    const { code, err } = await at.evals([...accept, id]);
    expect(code, err).toBe(0);
    expect(at.calls()).toBe(11);
    expect(at.baseline().lanes[0]).toMatchObject({ repeat: 3, accepted: { run: id } });
    expect(at.baseline().lanes[0]!.accepted.asIs).toBeUndefined();
  });

  test('by an interruption exits with 130', async () => {
    const at = await baselineProject();
    await at.evals(['run', '-q']);
    const onInterrupt = (listener: () => void) => {
      listener();
      return () => undefined;
    };
    const { code, err } = await at.evals(accept, { onInterrupt });
    expect([code, at.has('evals/baselines/s.json')]).toEqual([130, false]);
    expect(err).toContain('as it was interrupted');
  });

  test('more without a verdict than the gate allows is not stored', async () => {
    const at = await baselineProject();
    await at.evals(['run', '-q']);
    at.state({ down: ['c3'] });
    const { code, err } = await at.evals(accept);
    expect([code, at.has('evals/baselines/s.json')]).toEqual([3, false]);
    expect(err).toContain('error[accept-unresolved]');
    expect(err).toContain(
      '3 of 18 trials of s (p@v1 · bot) have no verdict (16.7 %), more than the 2 % allowed',
    );
  });

  test('within what the gate allows is stored with its holes', async () => {
    const at = await baselineProject({
      'evals/s.eval.yaml': files['evals/s.eval.yaml']!.replace('pass: 1 }', 'pass: 1 }, errors: 50%'),
    });
    await at.evals(['run', '-q']);
    at.state({ down: ['c3'] });
    expect((await at.evals(accept)).code).toBe(0);
    expect(at.baseline().lanes[0]!.cases[3]).toMatchObject({ passed: 0, of: 0, open: 3, score: null });
  });
});

describe('what is refused before anything is asked', () => {
  type Project = Awaited<ReturnType<typeof baselineProject>>;
  const run =
    (...flags: string[]) =>
    async (at: Project) => {
      await at.evals(['run', '-q', ...flags]);
    };
  const cases: [what: string, before: (at: Project) => Promise<unknown>, more: string[], code: string][] = [
    ['no run', async () => {}, [], 'unknown-run'],
    ['another run', run(), ['nope'], 'unknown-run'],
    ['a sample', run('--sample', '3'), [], 'accept-part'],
    ['a tag', run('--tag', 't1'), [], 'accept-part'],
    ['a case', run('--case', 'c*'), [], 'accept-part'],
    ['a flaky model as it stands', run(), ['--as-is'], 'accept-as-is'],
    ['as it stands, and repeated', run(), ['--as-is', '--repeat', '2'], 'bad-flag'],
    ['no number of repeats', run(), ['--repeat', '0'], 'bad-flag'],
    ['a revision of git', run('--prompt', 'p@git:HEAD'), [], 'accept-prompt'],
    ['what is in the working tree', run('--prompt', 'p@working'), [], 'accept-prompt'],
    [
      'two versions in one lane',
      async (at) => {
        at.write('prompts/p/v2.md', 'Say yes, yes to {{ input }}.\n');
        await run('--prompt', 'p@v1,p@v2')(at);
      },
      [],
      'accept-rivals',
    ],
    [
      'another prompt than that of the run',
      async (at) => {
        await run()(at);
        at.write('prompts/p/v2.md', 'Say yes, yes to {{ input }}.\n');
      },
      [],
      'accept-other',
    ],
    [
      'a run that is not finished',
      async (at) => {
        await run()(at);
        const file = `.evals/runs/${at.latest().id}/trials.jsonl`;
        at.write(file, at.read(file).split('\n').slice(2).join('\n'));
      },
      [],
      'accept-unfinished',
    ],
    [
      'a run with errors',
      async (at) => {
        at.state({ down: ['c1', 'c2'] });
        await run()(at);
        at.state({});
      },
      [],
      'accept-unresolved',
    ],
    [
      'a suite that is only observed',
      async (at) => {
        at.write('evals/s.eval.yaml', at.read('evals/s.eval.yaml').replaceAll('expect: "yes"', 'observe: true'));
        await run()(at);
      },
      [],
      'accept-nothing',
    ],
    [
      'beside a baseline that cannot be read',
      async (at) => {
        await run()(at);
        at.write('evals/baselines/other.json', '{');
      },
      [],
      'broken-baseline',
    ],
    [
      'another text under a number that another baseline has',
      async (at) => {
        at.write('evals/t.eval.yaml', at.read('evals/s.eval.yaml').replace('suite: s', 'suite: t'));
        await run('t')(at);
        await at.evals(accept);
        await run('s')(at);
        at.remove('prompts/lock.json');
        at.write('prompts/p/v1.md', 'Say no to {{ input }}.\n');
      },
      [],
      'prompt-locked',
    ],
  ]; // biome-ignore format: one run a line
  test.each(cases)('%s', async (_, before, more, expected) => {
    const at = await baselineProject();
    await before(at);
    at.calls();
    const { code, err } = await at.evals([...accept, ...more]);
    expect(code, err).toBe(2);
    expect(err).toContain(`error[${expected}]`);
    expect([at.calls(), at.has('evals/baselines/s.json')]).toEqual([0, false]);
  });

  test('no reason, with an example', async () => {
    const at = await baselineProject();
    await at.evals(['run', '-q']);
    for (const words of [['baseline', 'accept'], ['baseline', 'accept', '--reason', '  ']]) {
      const { code, err } = await at.evals(words);
      expect([code, err.includes('evals baseline accept latest --reason "')]).toEqual([2, true]);
    }
  }); // biome-ignore format: one list a line
});
