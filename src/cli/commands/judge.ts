import { defineCommand } from '../define-command.ts';

export const judge = defineCommand({
  name: 'judge',
  summary: 'Models that grade: hold them against what people say.',
  commands: [
    defineCommand({
      name: 'label',
      summary:
        'Say yourself of the outputs of a run what its judge is asked: a key for each, into a labels file.',
      arguments: [{ name: '[run]', summary: 'an id, a unique part of one, or latest' }],
      options: [
        { flags: '--suite <name>', summary: 'where several suites of the run ask a judge' },
        { flags: '--check <name>', summary: 'where several checks do' },
        { flags: '--labels <file>', summary: 'where to (evals/labels/<suite>.<check>.jsonl)' },
        { flags: '--rater <name>', summary: 'who says so (your name in git)' },
        { flags: '--only <cases>', summary: 'ids of cases (globs are fine); no random sample then' },
        {
          flags: '--limit <n>',
          summary: 'only the first n of the shuffled outputs, those done before among them',
        },
        { flags: '--seed <n>', summary: 'of the order (1)' },
        { flags: '--audit', summary: 'only what "evals judge audit" picked' },
      ],
      examples: ['evals judge label', 'evals judge label 7f3b --check cites-policy --limit 80'],
      action: async () => (await import('../actions/label-outputs.ts')).labelOutputs,
    }),
  ],
});
