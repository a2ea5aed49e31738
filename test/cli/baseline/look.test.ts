import { describe, expect, test } from 'vitest';
import { baselineProject, files } from './baseline-project.ts';

const accept = ['baseline', 'accept', '--quiet', '--reason', 'it says yes'];

/** A project with an accepted baseline. */
async function accepted(more: Record<string, string> = {}, ...flags: string[]) {
  const at = await baselineProject(more);
  await at.evals(['run', '-q']);
  const { code, err } = await at.evals([...accept, ...flags]);
  expect(code, err).toBe(0);
  at.commit('a baseline');
  at.calls();
  return at;
}

describe('list and show', () => {
  test('a line for each lane, with who and why', async () => {
    const at = await accepted();
    const { code, out } = await at.evals(['baseline', 'list']);
    expect(code).toBe(0);
    expect(out).toContain('s evals/baselines/s.json');
    expect(out).toMatch(/p@v1 · bot 100 % [\d.]+ % to 100 % 6 × 3 \d{4}-\d\d-\d\d/);
    expect(out).toContain('bot: accepted by Ada <ada@example.org>: “it says yes”');
  });
  test('none yet', async () => {
    const at = await baselineProject();
    expect(await at.evals(['baseline', 'list'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('No baseline yet'),
    });
    const { code, err } = await at.evals(['baseline', 'show']);
    expect([code, err.includes('error[no-baseline]')]).toEqual([2, true]);
  });
  test('one that cannot be read is told beside the others', async () => {
    const at = await accepted();
    at.write('evals/baselines/t.json', '{"schemaVersion": 7}');
    const { code, out, err } = await at.evals(['baseline', 'list']);
    expect([code, out.includes('p@v1 · bot'), err.includes('error[newer-baseline]')]).toEqual([
      2,
      true,
      true,
    ]);
  });
  test('a page of one', async () => {
    const at = await baselineProject();
    at.state({ wrong: ['c4'] });
    await at.evals(['run', '-q']);
    await at.evals(accept);
    const { code, out } = await at.evals(['baseline', 'show', 's']);
    expect(code).toBe(0);
    expect(out).toContain('83.3 % passed');
    expect(out).toContain('by Ada <ada@example.org>: “it says yes”');
    expect(out).toContain(`run ${at.latest().id}, asked afresh`);
    expect(out).toContain('model bot (module:./model.mjs#answer)');
    expect(out).toContain('fails c4 (0 of 3)');
    expect((await at.evals(['baseline', 'show', '--json'])).out).toContain('{"id":"c4","passed":0,"of":3');
  });
  test('a suite that has none', async () => {
    const at = await accepted();
    const { code, err } = await at.evals(['baseline', 'show', 'z']);
    expect([code, err.includes('error[unknown-name]'), err.includes('"z"')]).toEqual([2, true, true]);
  });
  test('diff is that of evals diff', async () => {
    const at = await accepted();
    at.state({ wrong: ['c4'] });
    await at.evals(['run', '-q']);
    const short = await at.evals(['baseline', 'diff']);
    const long = await at.evals(['diff', 'baseline', 'latest']);
    expect(short.out).toContain('c4');
    expect(short).toEqual(long);
  });
});

describe('against itself', () => {
  test('what differs though nothing was changed is measured and kept', async () => {
    const at = await accepted({}, '--repeat', '1');
    at.state({ wrong: ['c1', 'c2'] });
    const { code, out, err } = await at.evals(['baseline', 'aa', '-q']);
    expect(code, err).toBe(0);
    expect(at.calls()).toBe(6);
    expect(out).toContain(
      'Asked again, 2 of 6 cases come out otherwise though nothing was changed (c1, c2).',
    );
    expect(out).toContain('Of pairs of single answers to the same case 33.3 % differ');
    expect(out).toContain('Nothing can PASS here: a margin of 5 points needs 59 cases, and there are 6.');
    expect(out).toContain('Kept in evals/baselines/s.json: commit it.');
    const [lane] = at.baseline().lanes;
    expect(lane!.aa).toMatchObject({ run: at.latest().id, pairs: 6, discordance: 0.333333 });
    expect(lane!.cases.every(({ passed }) => passed === 1)).toBe(true);
    expect(at.git('diff', '--numstat').trim()).toBe('6\t0\tevals/baselines/s.json');
    expect((await at.evals(['baseline', 'show'])).out).toContain(
      'of 6 pairs of single answers 33.3 % differ',
    );
  });
  test('nothing is asked where the model is deterministic', async () => {
    const echo = files['evals/s.eval.yaml']!.replace('[bot]', '["embedded:echo"]');
    const at = await accepted({ 'evals/s.eval.yaml': echo });
    const before = at.latest().id;
    const { code, out } = await at.evals(['baseline', 'aa']);
    expect([code, at.latest().id]).toEqual([0, before]);
    expect(out).toContain('Deterministic: asked again it says the same, so nothing was asked.');
    expect(at.git('status', '--porcelain')).toBe('');
  });
  test('several lanes, each with its own prompt and model', async () => {
    const at = await accepted({
      'evals.config.yaml': `models:\n  bot: { use: "module:./model.mjs#answer" }\n  other: { use: "module:./model.mjs#answer" }\n`,
    });
    at.write('prompts/p/v2.md', 'Please say yes to {{ input }}.\n');
    await at.evals(['run', '-q', '--model', 'other']);
    await at.evals(accept);
    expect(at.baseline().lanes.map(({ arm }) => arm.id)).toEqual(['p@v1 · bot', 'p@v2 · other']);
    at.calls();
    expect((await at.evals(['baseline', 'aa', '-q'])).code).toBe(0);
    expect(at.calls()).toBe(12);
    expect(at.baseline().lanes.map(({ aa }) => aa?.pairs)).toEqual([6, 6]);
  });
  test('a model with other settings is no measure of chance', async () => {
    const at = await accepted();
    at.write(
      'evals.config.yaml',
      files['evals.config.yaml']!.replace(' }\n', ', settings: { temperature: 0.5 } }\n'),
    );
    const { code, err } = await at.evals(['baseline', 'aa', '-q']);
    expect([code, at.calls()]).toEqual([2, 0]);
    expect(err).toContain('error[baseline-moved]');
    expect(err).toContain('temperature not set → 0.5');
  });
  test('a case that was edited since is left out, and said', async () => {
    const at = await accepted();
    at.write('evals/s.eval.yaml', files['evals/s.eval.yaml']!.replace('"q3"', '"Q3"'));
    const { code, out } = await at.evals(['baseline', 'aa', '-q']);
    expect(code).toBe(0);
    expect(out).toContain('1 case of the baseline changed since, or went; they are left out.');
    expect(at.baseline().lanes[0]!.aa!.pairs).toBe(5);
  });
  test('a budget that ends it leaves the file as it was', async () => {
    const at = await accepted();
    const { code, err } = await at.evals(['baseline', 'aa', '-q', '--max-calls', '2']);
    expect([code, at.git('status', '--porcelain')]).toEqual([4, '']);
    expect(err).toContain('Nothing was stored.');
  });
  test('accepted anew, what was measured of the old one is gone', async () => {
    const at = await accepted();
    await at.evals(['baseline', 'aa', '-q']);
    expect(at.baseline().lanes[0]!.aa).toBeDefined();
    await at.evals(['run', '-q']);
    await at.evals(accept);
    expect(at.baseline().lanes[0]!.aa).toBeUndefined();
  });
});
