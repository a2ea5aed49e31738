import { expect, test } from 'vitest';
import { baselineProject } from './baseline-project.ts';

test('a version that was edited in place: refused, copied to the next number, put back', async () => {
  const at = await baselineProject();
  await at.evals(['run', '-q']);
  expect((await at.evals(['baseline', 'accept', '-q', '--reason', 'x'])).code).toBe(0);
  at.commit('a baseline');
  at.write('prompts/p/v1.md', 'Say no to {{ input }}.\n');
  at.calls();
  const refused = await at.evals(['run', '-q']);
  expect([refused.code, at.calls()]).toEqual([2, 0]);
  expect(refused.err).toContain('error[prompt-locked]');
  expect(refused.err).toContain('(evals/baselines/s.json)');
  expect(refused.err).toContain('"evals prompts new p" copies the edited text to prompts/p/v2.md');
  expect((await at.evals(['prompts', 'diff', 'p@git:HEAD', 'p@working'])).out).toContain('+Say no');

  const copied = await at.evals(['prompts', 'new', 'p']);
  expect(copied.code).toBe(0);
  expect(copied.out).toContain('prompts/p/v2.md is a copy of prompts/p/v1.md');
  expect(copied.out).toContain('"git checkout -- prompts/p/v1.md" puts v1 back');
  at.git('checkout', '--', 'prompts/p/v1.md');
  expect(at.read('prompts/p/v2.md')).toBe('Say no to {{ input }}.\n');
  const run = await at.evals(['run', '-q', '--prompt', 'p@v1,p@v2']);
  expect(run.err).not.toContain('prompt-locked');
  expect(at.latest().suites[0]!.arms.map(({ prompt }) => prompt)).toEqual(['p@v1', 'p@v2']);
  expect((await at.evals(['prompts', 'new', 'p'])).out).not.toContain('git checkout');
});
