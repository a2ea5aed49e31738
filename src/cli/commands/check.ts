import { defineCommand } from '../define-command.ts';
import { selectionOptions } from '../selection-options.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'Validate config, suites, prompts, cases and graders; ask nothing.',
  arguments: [{ name: '[suites...]', summary: 'names, files or globs; all under evals/ when none is given' }],
  options: [
    ...selectionOptions,
    { flags: '--strict-coverage', summary: 'too few cases for the suite’s coverage is an error' },
  ],
  action: async () => (await import('../actions/check.ts')).check,
});
