import { defineCommand } from '../define-command.ts';
import { selectionOptions } from '../selection-options.ts';

export const run = defineCommand({
  name: 'run',
  summary: 'Run suites against models, grade the answers, decide.',
  arguments: [{ name: '[suites...]', summary: 'names, files or globs; all under evals/ when none is given' }],
  options: [
    ...selectionOptions,
    { flags: '--dry-run', summary: 'show what would be asked (calls, tokens, dollars), ask nothing' },
    {
      flags: '--reporter <names>',
      summary: 'terminal, json, junit, markdown, github; name=file writes a file; commas between several',
    },
    {
      flags: '--cache <mode>',
      summary: 'read-write (default), read, refresh (ask anew, keep what comes), off',
    },
    { flags: '--record <file>', summary: 'write what was asked and answered to a cassette' },
    { flags: '--replay <file>', summary: 'answer from a cassette alone: no key, no network' },
    { flags: '--resume [run]', summary: 'go on with a run that was stopped (the last one by default)' },
    { flags: '--changed', summary: 'with --resume: ask anew what has changed since' },
    { flags: '--max-cost <dollars>', summary: 'stop before more than this is spent (exit code 4)' },
    { flags: '--max-calls <n>', summary: 'stop after so many requests' },
    { flags: '--max-time <time>', summary: 'stop asking after 90s, 10m …' },
    { flags: '--offline', summary: 'refuse every model that needs the network' },
    {
      flags: '--stop-early',
      summary: 'stop asking an arm as soon as it is proven PASS or FAIL against its baseline',
    },
    {
      flags: '--holdout',
      summary: 'ask the cases of the suites’ holdouts, and tell no more than may be told',
    },
    {
      flags: '--overfit',
      summary: 'with --holdout: was more gained on the cases that anyone can see? (takes one more look)',
    },
    { flags: '--no-redraw', summary: 'do not ask cases that newly fail against the baseline again' },
    {
      flags: '--no-canary',
      summary: 'do not ask a part of the baseline again to see whether the provider moved',
    },
    { flags: '--strict-coverage', summary: 'too few cases for the suite’s coverage is an error' },
    { flags: '-q, --quiet', summary: 'no progress' },
  ],
  examples: [
    'evals run                                      all suites',
    'evals run support-triage --prompt support-triage@v1',
    'evals run --model openai:gpt-5-mini,embedded:nearest',
    'evals run --tag refund --repeat 3 --reporter terminal,junit=report.xml',
    'evals run --failed                             the cases that failed in the last run',
  ],
  action: async () => (await import('../actions/run.ts')).run,
});
