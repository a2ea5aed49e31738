import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Summary } from '../../../src/domain/summary.ts';
import { near } from '../../stats/near.ts';
import { builtBin } from './built-bin.ts';
import { project, type TestProject } from './project.ts';

const file = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'gsm8k-two-models.jsonl');
const isHere = existsSync(file);
if (!isHere) console.log('skipped: the recorded answers of two models are not beside this checkout');

type Recorded = { id: string; model: string; recorded_correct: boolean };

/** Ids that the one model solved and the other did not. */
function solvedBy(one: string, other: string): string[] {
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded);
  const solved = (model: string) =>
    new Set(rows.filter((row) => row.model === model && row.recorded_correct).map(({ id }) => id));
  const others = solved(other);
  return [...solved(one)].filter((id) => !others.has(id)).sort();
}

const files = (model: string) => ({
  'evals.config.yaml': `models:\n  recorded: { use: "replay:${file}", where: { model: ${model} } }\n`,
  'evals/gsm8k.eval.yaml': `suite: gsm8k
models: [recorded]
graders: [{ number: $expect, after: "A: " }]
cases:
  - from: ${file}
    where: { model: ${model} }
    case: { id: $row.id, input: $row.question, expect: $row.expected }
gate: { floor: { pass: 1 } }
`,
});

let bin: string;
let at: TestProject | undefined;
beforeAll(async () => {
  bin = await builtBin();
}, 120_000);
afterEach(() => at?.remove());

// R 4.2, losses 14 and gains 34 of 200, and the other way round: Tango's interval by uniroot on his score;
// binom.test(14, 48)$p.value; pbinom(13, 48, .5, lower = FALSE); the exact p of non-inferiority at 5 points as the
// greatest sum of the trinomial's mass, over 400 nuisance values and optimize(), where the score is at least the one seen.
const better = {
  effect: 0.1, low: 0.0333141069378, high: 0.1687061397629, different: 0.0055152014855,
  worse: 0.998955946333, notWorse: 1.56549287086e-5,
}; // biome-ignore format: numbers
const worse = {
  effect: -0.1, low: -0.1687061397629, high: -0.0333141069378, different: 0.0055152014855,
  worse: 0.00275760074275, notWorse: 0.932341219755,
}; // biome-ignore format: numbers

describe.skipIf(!isHere)('GSM8K, two recorded models', () => {
  test.each([
    ['6b_finetuning', '175b_finetuning', 'PASS', 0, better],
    ['175b_finetuning', '6b_finetuning', 'FAIL', 1, worse],
  ])(
    '%s as the baseline, %s as the candidate: %s',
    async (before, now, verdict, code, expected) => {
      at = project(bin, files(before));
      await at.run(['run', '--quiet']);
      const accepted = await at.run(['baseline', 'accept', '--reason', 'recorded', '--quiet']);
      expect(accepted.code, accepted.err).toBe(0);
      at.write(files(now));
      const ended = await at.run(['run', '--quiet', '--reporter', 'json']);
      expect(ended.code, ended.err).toBe(code);
      const summary = JSON.parse(ended.out) as Summary;
      expect(summary.suites[0]!.verdict).toBe(verdict);
      const { all, flips, flipTotals } = summary.suites[0]!.arms[0]!.comparison!;
      expect(all).toMatchObject({ verdict, pairs: 200, path: 'exact' });
      for (const [name, value] of Object.entries(expected))
        near(all[name as keyof typeof expected] as number, value, 1e-6);
      const lost = solvedBy(before, now);
      const won = solvedBy(now, before);
      expect(flipTotals).toMatchObject({ losses: lost.length, gains: won.length });
      const named = (direction: string) =>
        flips
          .filter((flip) => flip.direction === direction)
          .map((flip) => flip.case)
          .sort();
      expect(named('loss')).toEqual(lost);
      expect(named('gain')).toEqual(won);
    },
    60_000,
  );
});
