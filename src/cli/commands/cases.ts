import { defineCommand } from '../define-command.ts';

export const cases = defineCommand({
  name: 'cases',
  summary: 'The cases of a suite: write adversarial variants of them.',
  commands: [
    defineCommand({
      name: 'mutate',
      summary:
        'Write adversarial variants of the benign cases of a suite, each with its parent and its kind.',
      arguments: [{ name: '<suite>', summary: 'its name or its file' }],
      options: [
        { flags: '--case <globs>', summary: 'only cases whose id fits' },
        { flags: '-t, --tag <tags>', summary: 'only cases with one of these tags' },
        { flags: '--not-tag <tags>', summary: 'without the cases that have one of these tags' },
        { flags: '--dry-run', summary: 'say what would be written, write nothing' },
      ],
      examples: ['evals cases mutate refund-policy --dry-run'],
      action: async () => (await import('../actions/mutate-cases.ts')).mutateCases,
    }),
  ],
});
