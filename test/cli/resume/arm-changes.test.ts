import { describe, expect, test } from 'vitest';
import { armChanges } from '../../../src/cli/resume/arm-changes.ts';
import type { Run, RunSuite } from '../../../src/domain/run.ts';
import { makeRun } from '../../store/make-run.ts';

type Arm = RunSuite['arms'][number];
const arm: Arm = {
  id: 'p@v1 · m',
  lane: 'p · m',
  prompt: 'p@v1',
  promptDigest: 'one',
  model: 'm',
  provider: 'openai',
  modelId: 'gpt-4',
  settings: { temperature: 0 },
  options: { baseUrl: 'http://a' },
  deterministic: false,
};
const runOf = (...arms: Arm[]): Run => makeRun({ suites: [{ ...makeRun().suites[0]!, arms }] });
const key = ({ suite, arm: id }: { suite: string; arm: string }) => `${suite} ${id}`;
const between = (before: Arm[], now: Arm[]) => armChanges(runOf(...before), runOf(...now), key);

describe('an arm', () => {
  test.each<[string, Partial<Arm>, string[]]>([
    ['as it was', { settings: { temperature: 0 } }, []],
    ['in another order of keys', { options: { baseUrl: 'http://a' } }, []],
    ['of an edited prompt', { promptDigest: 'two' }, ['the prompt p@v1 was edited']],
    ['of another model', { modelId: 'gpt-5' }, ['model "m": id gpt-4 → gpt-5']],
    ['of another provider', { provider: 'azure' }, ['model "m": provider openai → azure']],
    ['with another setting', { settings: { temperature: 0.7 } }, ['settings of "p@v1 · m": temperature 0 → 0.7']],
    ['with a setting less and one more', { settings: { topP: 1 } }, ['settings of "p@v1 · m": temperature 0 → not set', 'settings of "p@v1 · m": topP not set → 1']],
    ['at another address', { options: { baseUrl: 'http://b' } }, ['model "m": baseUrl http://a → http://b']],
    ['at an address that the environment names', { address: 'http://c' }, ['model "m": address not set → http://c']],
    ['made of another file', { files: { './app.ts': 'abc' } }, ['model "m": ./app.ts was edited']],
    ['with a fallback', { fallback: [{ model: 'x' }] }, ['model "m": fallback [] → [{"model":"x"}]']],
  ])('%s', (_, more, reasons) => {
    const found = between([arm], [{ ...arm, ...more }]);
    expect(found.reasons).toEqual(reasons);
    expect([...found.edited]).toEqual(reasons.length > 0 ? ['s p@v1 · m'] : []);
  }); // biome-ignore format: a table

  test('that is new or gone changes nothing about the others', () => {
    const other = { ...arm, id: 'p@v2 · m', prompt: 'p@v2' };
    expect(between([arm], [other])).toEqual({
      reasons: ['"p@v2 · m" is new in suite "s"', '"p@v1 · m" is not in suite "s" any more'],
      edited: new Set(),
    });
  });

  test('is told of once, however many suites it is in', () => {
    const twice = (one: Arm) => {
      const [suite] = runOf(one).suites;
      return makeRun({ suites: [suite!, { ...suite!, name: 't' }] });
    };
    const found = armChanges(twice(arm), twice({ ...arm, promptDigest: 'two' }), key);
    expect(found.reasons).toEqual(['the prompt p@v1 was edited']);
    expect([...found.edited]).toEqual(['s p@v1 · m', 't p@v1 · m']);
  });
});
