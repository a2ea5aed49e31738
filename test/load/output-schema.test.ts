import { expect, test } from 'vitest';
import { Refusal, run } from '../../src/index.ts';
import { filesOnDisk } from './files-on-disk.ts';

const project = (schema: string) =>
  filesOnDisk({
    'prompts/reply/v1.md': `---\noutput: { jsonSchema: ${schema} }\n---\n{{ text }}\n`,
    'evals/reply.eval.yaml': `
suite: reply
prompt: reply@v1
models: [embedded:echo]
graders: [{ contains: a }]
cases:
  - { id: fits, input: '{"a":1}' }
  - { id: lacks, input: '{"b":"a"}' }
  - { id: seen, input: 'no JSON', observe: true }
`,
  });

test('what a prompt asks of the form of its answers, they are graded by', async () => {
  const folder = await project('{ type: object, required: [a] }');
  const [arm] = (await run({ folder })).summary.suites[0]!.arms;
  expect(arm?.counts).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
  expect(arm?.notable.map(({ case: id, reasons }) => [id, reasons.length])).toEqual([['lacks', 1]]);
  expect(arm?.notable[0]?.reasons[0]).toMatch(/^output-schema: /);
});

test('a schema that is none is said before anything is asked', async () => {
  const folder = await project('{ type: objekt }');
  const refusal = await run({ folder }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).problems[0]).toMatchObject({
    code: 'refused-grader',
    place: { file: 'prompts/reply/v1.md' },
  });
});
