import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TrialRow } from '../../src/domain/trial-row.ts';
import { run } from '../../src/index.ts';
import { cohenKappa } from '../../src/stats/cohen-kappa.ts';
import { filesOnDisk } from '../load/files-on-disk.ts';

// Material that others recorded; it stands beside the project where it is developed, and nowhere else.
const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const isHere = existsSync(data);
if (!isHere) console.log('real judges: ../shared/data is not here, so these tests are skipped');

const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const rowsOf = (name: string) => linesOf(readFileSync(join(data, name), 'utf8'));
const jsonLines = (rows: readonly unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

async function graded(files: Record<string, string>) {
  const { summary, folder } = await run({ folder: await filesOnDisk(files) });
  const rows = linesOf(readFileSync(join(folder, 'trials.jsonl'), 'utf8')) as TrialRow[];
  return { arm: summary.suites[0]!.arms[0]!, rows };
}

/** Which of the two outputs a reply prefers, whatever place it stood in; undefined where it could not be read. */
function preferred(row: TrialRow, place: 'first' | 'second'): 1 | 2 | undefined {
  const sample = row.judgements![0]!.samples.find((one) => one.place === place);
  if (!sample) return undefined;
  return sample.verdict === place ? 1 : 2;
}

const share = (rows: readonly TrialRow[], holds: (row: TrialRow) => boolean) =>
  rows.filter(holds).length / rows.length;

describe.skipIf(!isHere)('LLMBar, raw replies of two judges to 100 pairs in both orders', () => {
  const prompt = `---
inputs: [rubric, input, first, second, word]
verdict: { match: 'Output \\(([ab])\\) is better', means: { a: first, b: second } }
---
{{ rubric }}
{{ input }}
Output (a): {{ first }}
Output (b): {{ second }}
`;

  async function judged(evaluator: string) {
    const texts = rowsOf('llmbar-natural-judge-texts.jsonl').filter((row) => row.evaluator === evaluator);
    const pairs = rowsOf('llmbar-natural.jsonl');
    const { arm, rows } = await graded({
      'evals.config.yaml': `
judges:
  recorded: { use: "replay:judge.jsonl", repeat: take }
`,
      'judge.jsonl': jsonLines(
        texts.map(({ i, swap, completion }) => ({
          id: String(i),
          take: swap ? 2 : 1,
          output: completion[0],
        })),
      ),
      'outputs.jsonl': jsonLines(pairs.map(({ i, output_1 }) => ({ id: String(i), output: output_1 }))),
      'pairs.jsonl': jsonLines(
        pairs.map(({ i, input, output_2, label }) => ({
          id: String(i),
          input,
          meta: { label, other: output_2 },
        })),
      ),
      'prompts/llmbar/v1.md': prompt,
      'evals/llmbar.eval.yaml': `
suite: llmbar
models: ["replay:outputs.jsonl"]
judge: recorded
graders:
  - pairwise: Which output follows the instruction better?
    against: $meta.other
    prompt: llmbar@v1
cases: [{ from: ../pairs.jsonl }]
`,
    });
    const labels = new Map(pairs.map(({ i, label }) => [String(i), label]));
    return { arm, rows, labelOf: (row: TrialRow) => labels.get(row.case) };
  }

  // As published with the recordings; the kappas against the label are miscoded there and not compared.
  test.each([
    {
      evaluator: 'ChatGPT/CoT',
      plain: 0.7,
      swapped: 0.78,
      both: 0.56,
      agree: 0.64,
      kappa: 0.3617797228300511,
      unread: 1,
    },
    {
      evaluator: 'GPT-4/CoT',
      plain: 0.94,
      swapped: 0.95,
      both: 0.9,
      agree: 0.91,
      kappa: 0.8160261651676206,
      unread: 0,
    },
  ])('$evaluator', async ({ evaluator, plain, swapped, both, agree, kappa, unread }) => {
    const { arm, rows, labelOf } = await judged(evaluator);
    const right = (place: 'first' | 'second') => (row: TrialRow) => preferred(row, place) === labelOf(row);
    expect(rows).toHaveLength(100);
    expect(share(rows, right('first'))).toBe(plain);
    expect(share(rows, right('second'))).toBe(swapped);
    expect(share(rows, (row) => right('first')(row) && right('second')(row))).toBe(both);
    expect(share(rows, (row) => preferred(row, 'first') === preferred(row, 'second'))).toBe(agree);
    // Upstream counts the one reply that says neither as the second output.
    const at = (row: TrialRow, place: 'first' | 'second') => preferred(row, place) ?? 2;
    const table = [1, 2].map((a) =>
      [1, 2].map((b) => rows.filter((row) => at(row, 'first') === a && at(row, 'second') === b).length),
    );
    expect(cohenKappa(table).kappa).toBeCloseTo(kappa, 12);
    // Where the orders disagree it is a tie, and where one of them cannot be read there is no verdict.
    const ties = rows.filter((row) => row.judgements![0]!.verdict === 'tie').length;
    expect(ties).toBe(100 - Math.round(agree * 100) - unread);
    expect(arm.counts.ungraded).toBe(unread);
    expect(arm.judges![0]).toMatchObject({ silent: unread, judged: 100 - unread, unread });
  });
});

describe.skipIf(!isHere)(
  'PandaLM, verdicts of two judges on 200 pairs that three persons have judged',
  () => {
    type Pair = Record<string, string> & {
      idx: number;
      annotator1: number;
      annotator2: number;
      annotator3: number;
    };
    const majority = ({ annotator1: a, annotator2: b, annotator3: c }: Pair) =>
      a === b || a === c ? a : b === c ? b : undefined;

    async function judged(verdictOf: (row: Pair) => unknown, reasonOf: (row: Pair) => string) {
      const pairs = rowsOf('pandalm-first-200.jsonl') as Pair[];
      const { arm, rows } = await graded({
        'evals.config.yaml': 'judges:\n  recorded: { use: "replay:judge.jsonl" }\n',
        'judge.jsonl': jsonLines(
          pairs.map((row) => ({
            id: String(row.idx),
            output: JSON.stringify({ reason: reasonOf(row), verdict: verdictOf(row) }),
          })),
        ),
        'outputs.jsonl': jsonLines(
          pairs.map(({ idx, response1 }) => ({ id: String(idx), output: String(response1) })),
        ),
        'pairs.jsonl': jsonLines(
          pairs.map(({ idx, instruction, input, response2 }) => ({
            id: String(idx),
            input: `${instruction}\n${input}`,
            meta: { other: String(response2) },
          })),
        ),
        'evals/pandalm.eval.yaml': `
suite: pandalm
models: ["replay:outputs.jsonl"]
judge: recorded
graders:
  - judge: Is the output better (1), worse (2), or as good (Tie) as the one in the context?
    context: $meta.other
    scale: { "2": 0, Tie: 0.5, "0": 0.5, "1": 1 }
    threshold: 0.5
cases: [{ from: ../pairs.jsonl }]
`,
      });
      const byCase = new Map(pairs.map((row) => [String(row.idx), row]));
      return { arm, rows, pairOf: (row: TrialRow) => byCase.get(row.case)! };
    }

    // The tables of judge (rows) against the majority of persons (columns), classes 1, 2, tie, by R:
    // k <- function(v) { m <- matrix(v, 3, byrow = TRUE); n <- sum(m); po <- sum(diag(m))/n
    //   pe <- sum(rowSums(m) * colSums(m))/n^2; c(n, po, (po - pe)/(1 - pe)) }
    // k(c(67,18,14, 9,67,12, 3,4,2)); k(c(58,11,14, 8,71,5, 15,8,10))
    test.each([
      { judge: 'gpt35', ungraded: 4, of: 196, agreement: 0.69387755102, kappa: 0.477588734397 },
      { judge: 'pandalm7b', ungraded: 0, of: 200, agreement: 0.695, kappa: 0.507269789984 },
    ])('$judge', async ({ judge, ungraded, of, agreement, kappa }) => {
      const { arm, rows, pairOf } = await judged(
        (row) => String(row[`${judge}_verdict`]),
        (row) => row[`${judge}_reason`] || 'none given',
      );
      expect(arm.counts.ungraded).toBe(ungraded);
      // Each was asked twice.
      expect(arm.judges![0]).toMatchObject({ silent: ungraded, judged: of, unread: 2 * ungraded });
      const classOf = (said: string | number) => ({ 1: 0, 2: 1, 0: 2, Tie: 2 })[said];
      const table = [0, 1, 2].map(() => [0, 0, 0]);
      for (const row of rows) {
        const { verdict } = row.judgements![0]!;
        const recorded = String(pairOf(row)[`${judge}_verdict`]);
        expect(verdict).toBe(recorded === 'garbage' ? null : recorded);
        if (verdict !== null) table[classOf(verdict)!]![classOf(majority(pairOf(row))!)!]! += 1;
      }
      expect((table[0]![0]! + table[1]![1]! + table[2]![2]!) / of).toBeCloseTo(agreement, 10);
      expect(cohenKappa(table).kappa).toBeCloseTo(kappa, 10);
    });
  },
);
