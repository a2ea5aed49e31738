import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../src/index.ts';
import { filesOnDisk } from '../load/files-on-disk.ts';

// Material that others recorded; it stands beside the project where it is developed, and nowhere else.
const data = join(import.meta.dirname, '..', '..', '..', 'shared', 'data');
const isHere = existsSync(data);
if (!isHere) console.log('real data: ../shared/data is not here, so these tests are skipped');

const rowsOf = (name: string) =>
  readFileSync(join(data, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe.skipIf(!isHere)('suites as a user writes them', () => {
  test.each([
    { model: '6b_finetuning', passed: 45 },
    { model: '175b_finetuning', passed: 65 },
  ])('GSM8K, the recorded outputs of $model', async ({ model, passed }) => {
    const file = join(data, 'gsm8k-two-models.jsonl');
    const folder = await filesOnDisk({
      'evals.config.yaml': `models:\n  recorded: { use: "replay:${file}", where: { model: ${model} } }\n`,
      'evals/gsm8k.eval.yaml': `
suite: gsm8k
models: [recorded]
graders:
  - number: $expect
    after: "A: "
cases:
  - from: ${file}
    where: { model: ${model} }
    case: { id: $row.id, input: $row.question, expect: $row.expected, meta: { correct: $row.recorded_correct } }
gate: { floor: { pass: 1 } }
`,
    });
    const { summary, folder: at } = await run({ folder });
    const arm = summary.suites[0]!.arms[0]!;
    expect(arm.counts).toEqual({ passed, failed: 200 - passed, errored: 0, ungraded: 0, skipped: 0 });
    const recorded = new Map(
      rowsOf('gsm8k-two-models.jsonl')
        .filter((row) => row.model === model)
        .map((row) => [row.id, row.recorded_correct]),
    );
    const rows = readFileSync(join(at, 'trials.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(200);
    expect(rows.filter((row) => (row.status === 'passed') !== recorded.get(row.case))).toEqual([]);
  });

  test('banking77, 10,003 rows as one suite on embedded:nearest', async () => {
    const file = join(data, 'banking77-train.jsonl');
    const examples = new Map<string, string[]>();
    for (const { text, intent } of rowsOf('banking77-train.jsonl')) {
      const known = examples.get(intent) ?? [];
      if (known.length < 5) examples.set(intent, [...known, text.replaceAll('\n', ' ')]);
    }
    const lines = [...examples].flatMap(([intent, texts]) => texts.map((text) => `${text} => ${intent}`));
    const folder = await filesOnDisk({
      'prompts/banking/v1.md': `<system>\nAnswer with the intent.\n\n{% raw %}${lines.join('\n')}{% endraw %}\n</system>\n<user>\n{{ message }}\n</user>\n`,
      'evals/banking.eval.yaml': `
suite: banking
prompt: banking@v1
cases:
  - from: ${file}
    case: { vars: { message: $row.text }, expect: $row.intent, tags: [$row.intent] }
gate: { floor: { pass: 50 } }
`,
    });
    const { summary } = await run({ folder });
    const arm = summary.suites[0]!.arms[0]!;
    expect(arm.counts.passed + arm.counts.failed).toBe(10_003);
    expect(arm.tags).toHaveLength(77);
    // 385 of the rows are examples themselves; a label drawn at random would be right in 1.3 of 100.
    expect(arm.rate.rate).toBeGreaterThan(0.5);
    expect(summary.exitCode).toBe(0);
  });
});
