import { describe, expect, test } from 'vitest';
import { baselineProject, files } from './baseline-project.ts';

const accept = ['baseline', 'accept', '--quiet', '--reason', 'it says yes', '--repeat', '1'];

/** A project whose suite has a baseline. */
async function accepted(more: Record<string, string> = {}) {
  const at = await baselineProject(more);
  await at.evals(['run', '-q']);
  const { code, err } = await at.evals(accept);
  expect(code, err).toBe(0);
  return at;
}
const commands = [['run', '-q'], ['check']];

describe('a guard that is gone is missed', () => {
  test('where all is as it was nothing is said', async () => {
    const at = await accepted();
    for (const words of commands) expect((await at.evals(words)).err).not.toMatch(/orphan|lock-without/);
  });
  test('a suite that was renamed', async () => {
    const at = await accepted();
    at.write('evals/s.eval.yaml', files['evals/s.eval.yaml']!.replace('suite: s', 'suite: t'));
    for (const words of commands) {
      const { code, err } = await at.evals(words);
      expect(code, err).toBe(0);
      expect(err).toContain('warning[orphan-baseline]');
      expect(err).toContain('evals/baselines/s.json is the baseline of "s", and no suite has that name');
      expect(err).not.toContain('lock-without-baseline');
    }
    expect((await at.evals(['run', '-q', 't'])).err).not.toContain('orphan-baseline');
  });
  test('a baseline under another name', async () => {
    const at = await accepted();
    at.write('evals/baselines/old.json', at.read('evals/baselines/s.json'));
    at.remove('evals/baselines/s.json');
    const { code, err } = await at.evals(['run', '-q']);
    expect(code, err).toBe(0);
    expect(err).toContain('warning[orphan-baseline]');
    expect(err).toContain('No suite of this project has the baseline evals/baselines/old.json');
  });
  test('a baseline that was removed, known from the lock of its prompt', async () => {
    const at = await accepted();
    at.remove('evals/baselines/s.json');
    for (const words of commands) {
      const { code, err } = await at.evals(words);
      expect(code, err).toBe(0);
      expect(err).toContain('warning[lock-without-baseline]');
      expect(err).toContain('prompts/lock.json holds p@v1, and no baseline was accepted with it');
    }
  });
  test('a baseline that a gate counts on: not a pass', async () => {
    const gate = 'gate: { floor: { pass: 1 }, compare: baseline, inconclusive: fail }\n';
    const at = await accepted({
      'evals/s.eval.yaml': files['evals/s.eval.yaml']!.replace(/gate: .*\n/, gate),
    });
    expect((await at.evals(['run', '-q'])).out).not.toContain('No baseline is accepted');
    at.remove('evals/baselines/s.json');
    const { code, out } = await at.evals(['run', '-q']);
    expect(code, out).toBe(3);
    expect(out).toContain('No baseline is accepted for p · bot');
  });
});
