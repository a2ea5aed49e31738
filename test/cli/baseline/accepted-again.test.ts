import { describe, expect, test } from 'vitest';
import { baselineProject, files } from './baseline-project.ts';

const accept = ['baseline', 'accept', '--quiet', '--reason', 'it says yes'];
const cached = {
  'evals.config.yaml': files['evals.config.yaml']!.replace('#answer"', '#answer", cache: true'),
};

/** A project whose newest run is that of `accept`. */
async function accepted() {
  const at = await baselineProject();
  await at.evals(['run', '-q']);
  const { code, err } = await at.evals(accept);
  expect(code, err).toBe(0);
  at.calls();
  return at;
}

test('a run after it is not held against its own answers: accept and aa leave the cache alone', async () => {
  const at = await baselineProject(cached);
  await at.evals(['run', '-q', '--cache', 'off']);
  expect((await at.evals(accept)).code).toBe(0);
  expect((await at.evals(['baseline', 'aa', '-q'])).code).toBe(0);
  expect(at.calls()).toBe(6 + 18 + 6);
  await at.evals(['run', '-q']);
  expect(at.calls()).toBe(6);
});

describe('a run that accept has asked to its end only says what is meant', () => {
  test('all of it is asked again', async () => {
    const at = await accepted();
    const { id } = at.latest();
    at.state({ wrong: ['c4'] });
    const { code, err } = await at.evals(accept);
    expect(code, err).toBe(0);
    expect(at.calls()).toBe(18);
    expect(err).toContain(`Run ${id} only says what is meant`);
    expect(at.baseline().lanes[0]!.cases[4]!.passed).toBe(0);
  });
  test('what was edited since is said', async () => {
    const at = await accepted();
    at.write('evals/s.eval.yaml', files['evals/s.eval.yaml']!.replace('"q3"', '"Q3"'));
    expect((await at.evals(accept)).err).toContain('1 finished case edited (c3)');
  });
  const refused: [string, string, string, string][] = [
    ['a prompt that moved on', 'prompts/p/v2.md', 'Please say yes to {{ input }}.\n', 'accept-other'],
    ['a suite that cannot be read', 'evals/s.eval.yaml', 'suite: s\ncases: [\n', 'yaml-syntax'],
  ];
  test.each(refused)('%s is refused', async (_, file, text, expected) => {
    const at = await accepted();
    const before = at.read('evals/baselines/s.json');
    at.write(file, text);
    const { code, err } = await at.evals(accept);
    expect(code, err).toBe(2);
    expect(err).toContain(`error[${expected}]`);
    expect([at.calls(), at.read('evals/baselines/s.json')]).toEqual([0, before]);
  });
});

test('a budget that will not do advises what goes on with it, and aa begins anew', async () => {
  const at = await baselineProject();
  await at.evals(['run', '-q']);
  const cut = await at.evals([...accept, '--max-calls', '7']);
  expect(cut.code).toBe(4);
  const again = `evals baseline accept ${at.latest().id} --reason "it says yes"`;
  expect(cut.err).toContain('This run would take 18 calls, and may take 7');
  expect(cut.err).toContain(`What is done by then is kept; this goes on: ${again}`);
  expect(cut.err).not.toContain('--resume');
  expect((await at.evals(accept)).code).toBe(0);
  const aa = await at.evals(['baseline', 'aa', '-q', '--max-calls', '2']);
  expect(aa.err).toContain('error[accept-stopped]');
  expect(aa.err).toContain('Nothing of it is kept then');
  expect(aa.err).toContain('This begins anew: evals baseline aa "s"');
  expect(aa.err).not.toContain('goes on');
});

test('one that was cut off is not gone on with when its plan has changed', async () => {
  const at = await baselineProject();
  await at.evals(['run', '-q']);
  await at.evals([...accept, '--max-calls', '7']);
  at.calls();
  at.write('evals/s.eval.yaml', files['evals/s.eval.yaml']!.replace('"q3"', '"Q3"'));
  const { code, err } = await at.evals(accept);
  expect([code, at.calls(), at.has('evals/baselines/s.json')]).toEqual([2, 0, false]);
  expect(err).toContain('error[run-changed]');
});

test('an account signs where git knows no name', async () => {
  const at = await baselineProject();
  at.git('config', 'user.name', '');
  at.git('config', 'user.email', '');
  await at.evals(['run', '-q']);
  expect((await at.evals([...accept, '--repeat', '1'], { account: () => 'grace' })).code).toBe(0);
  expect(at.baseline().lanes[0]!.accepted.by).toBe('grace');
});
