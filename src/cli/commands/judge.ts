import { askingOptions } from '../asking-options.ts';
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
    defineCommand({
      name: 'calibrate',
      summary:
        'Hold a judge against what people say: how often it is right, and whether a gate may rest on it.',
      arguments: [{ name: '<judge>', summary: 'a name under judges: of the config, or provider:model' }],
      options: [
        { flags: '--labels <file>', summary: 'what people said, as "evals judge label" writes it' },
        { flags: '--suite <name>', summary: 'only labels of it; those that name none are of it' },
        { flags: '--check <name>', summary: 'only labels of it; those that name none are of it' },
        {
          flags: '--repeat <n>',
          summary: 'judge a tenth of the outputs, 20 at least, n times more (3): does it contradict itself?',
        },
        { flags: '--no-padding', summary: 'do not look whether empty words at the end of an output help it' },
        { flags: '--json', summary: 'the calibration as it is in its file, with why it is unfit for a gate' },
        { flags: '--cache <mode>', summary: 'read-write (default), read, refresh, off' },
        { flags: '--record <file>', summary: 'write what was asked and answered to a cassette' },
        { flags: '--replay <file>', summary: 'answer from a cassette alone: no key, no network' },
        ...askingOptions,
      ],
      examples: [
        'evals judge calibrate strict --labels evals/labels/refund-policy.polite.jsonl',
        'evals judge calibrate openai:gpt-5-mini --labels labels.jsonl --suite refund-policy --max-cost 1',
      ],
      action: async () => (await import('../actions/calibrate-judge.ts')).calibrateJudge,
    }),
    defineCommand({
      name: 'audit',
      summary:
        'Pick what people should label of a run and its baseline; once they have, say by their labels whether it is worse.',
      arguments: [{ name: '[run]', summary: 'an id, a unique part of one, or latest' }],
      options: [
        { flags: '--suite <name>', summary: 'where several suites of the run ask a judge' },
        { flags: '--check <name>', summary: 'where several checks do' },
        { flags: '--labels <file>', summary: 'what people said (evals/labels/<suite>.<check>.jsonl)' },
        {
          flags: '--concordant <n>',
          summary:
            'pick so many cases on which the judge’s verdicts agree (90), and all on which they differ',
        },
        { flags: '--seed <n>', summary: 'of the draw (1)' },
        { flags: '--json', summary: 'the audit as it is in its file' },
      ],
      examples: ['evals judge audit', 'evals judge audit 7f3b --check cites-policy --concordant 150'],
      action: async () => (await import('../actions/audit-judge.ts')).auditJudge,
    }),
  ],
});
