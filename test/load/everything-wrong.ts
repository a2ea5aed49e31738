/** A project with one of each mistake that has to be said, all at once. */
export const everythingWrong: Record<string, string> = {
  'evals.config.yaml': `modles: {}
models:
  fast: { use: openai:gpt-5-mini, setings: { temperature: 0 } }
limits:
  opnai: { concurrency: 3 }
`,
  'prompts/refund/v1.md': `---
description: Decides refunds.
settings: { temprature: 0 }
inputs: [message]
---
{{ message }}
`,
  'prompts/triage/v1.md': `---
inputs: [message, policy]
---
{{ policy }}

{{ message }}
`,
  'evals/refund.eval.yaml': `suite: refund
promt: refund@latest
prompts: [refund@latest, refnd@v1, triage@v1, triage@v7]
models: [opnai:gpt-5-mini, fst, embedded:nearst, openai-compatible:mine]
vars: { policy: "30 days" }
graders:
  - contians: "30 days"
  - contains: "30 days"
    ignorecase: true
  - judge: Is it polite?
gate:
  flor: { pass: 85 }
  cost: { perCase: 0.002 }
cases:
  - id: one
    vars: { message: hello }
    expct: eligible
  - id: two
    vars: { message: hello }
    expect: eligible
  - id: two
    vars: { message: again }
    expect: eligible
`,
  'evals/triage.eval.yaml': `suite: triage
prompt: triage@v1
models: [embedded:echo]
cases:
  - id: nothing-to-grade
    vars: { message: hello, policy: none }
  - id: no-policy
    vars: { message: hello }
    expect: yes
  - id: from-the-file
    vars: { message: hello, policy: none }
    expect: yes
  - from: cases/rows.jsonl
  - from: cases/empty.jsonl
  - from: cases/none.jsonl
`,
  'evals/cases/rows.jsonl': `{"id":"from-the-file","vars":{"message":"a","policy":"b"},"expect":"yes"}
{"id":"unknown-key","vars":{"message":"a","policy":"b"},"expct":"yes"}
{"id":"misspelt","vars":{"mesage":"a","policy":"b"},"expect":"yes"}
`,
  'evals/cases/empty.jsonl': '\n',
};
