import { describe, expect, test } from 'vitest';
import { baselineProject, files } from './baseline-project.ts';

const accept = ['baseline', 'accept', '--quiet', '--reason', 'it says yes'];
const suite = files['evals/s.eval.yaml']!;
const withGate = (gate: string) => ({ 'evals/s.eval.yaml': suite.replace(/gate: .*\n/, gate) });

async function accepted(more: Record<string, string>) {
  const at = await baselineProject(more);
  await at.evals(['run', '-q']);
  return { at, told: await at.evals(accept) };
}

describe('a suite without a gate', () => {
  test('fails for one case as before, also when it is compared', async () => {
    const { at, told } = await accepted(withGate(''));
    expect([told.code, told.err.includes('accept-mute')]).toEqual([0, false]);
    expect(told.out).toContain('exactly these cases matter');
    expect((await at.evals(['run', '-q'])).code).toBe(0);
    at.state({ wrong: ['c4'] });
    const { code, out } = await at.evals(['run', '-q']);
    expect(code, out).toBe(1);
    expect(out).toContain('1 case newly fails for certain (0 allowed)');
  });
  test('has no keys that decide nothing yet', async () => {
    const at = await baselineProject(withGate(''));
    const { code, err } = await at.evals(['check']);
    expect([code, err]).toEqual([0, '']);
  });
});

describe('what accept says of a comparison that is mute', () => {
  const gates: [gate: string, cases: number, says: string | undefined][] = [
    ['gate: { floor: { pass: 1 } }\n', 6, 'can never PASS unless answers get better'],
    ['gate: { floor: { pass: 1 } }\n', 4, 'can never FAIL, nor PASS unless answers get better'],
    ['gate: { target: suite }\n', 4, undefined],
    ['gate: { margin: 50 }\n', 6, undefined],
  ];
  test.each(gates)('%j with %i cases', async (gate, cases, says) => {
    const text = withGate(gate)
      ['evals/s.eval.yaml'].split('\n')
      .slice(0, 5 + cases)
      .join('\n');
    const { told } = await accepted({ 'evals/s.eval.yaml': text });
    expect(told.code, told.err).toBe(0);
    if (says === undefined) return expect(told.err).not.toContain('accept-mute');
    expect(told.err).toContain('warning[accept-mute]');
    expect(told.err).toContain(`With ${cases} cases the comparison of suite "s" with this baseline ${says}.`);
    expect(told.err).toContain('"gate: { target: suite }" in evals/s.eval.yaml');
  });
});
