import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { gradeEntry } from './grade-entry.ts';

type Row = { id: string; model: string; expected: string; output: string; recorded_correct: boolean };
const file = new URL('../../../shared/data/gsm8k-two-models.jsonl', import.meta.url);
const rows: Row[] = existsSync(file)
  ? readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row)
  : [];

it.skipIf(rows.length === 0)(
  'GSM8K: the recorded verdicts come out (skipped where the data is absent)',
  async () => {
    const passed: Record<string, number> = {};
    const differing: string[] = [];
    for (const { id, model, expected, output, recorded_correct } of rows) {
      const grade = await gradeEntry({ number: expected, after: 'A: ', take: 'last' }, output);
      const isRight = grade.status === 'graded' && grade.passed;
      passed[model] = (passed[model] ?? 0) + (isRight ? 1 : 0);
      if (isRight !== recorded_correct) differing.push(`${id} ${model}: ${grade.reason}`);
    }
    expect(differing).toEqual([]);
    expect(passed).toEqual({ '6b_finetuning': 45, '175b_finetuning': 65 });
  },
);
