import { defineCommand } from '../define-command.ts';

export const show = defineCommand({
  name: 'show',
  summary: 'Show a run, or everything about one of its cases.',
  arguments: [
    { name: '<run>', summary: 'an id, a unique part of one, or latest' },
    { name: '[case]', summary: 'the id of a case (a glob is fine): messages, output, grades, attempts' },
  ],
  options: [{ flags: '--json', summary: 'the rows as they are in the journal, one a line' }],
  examples: ['evals show latest', 'evals show latest late-parcel', 'evals show latest "refund/*"'],
  action: async () => (await import('../actions/show.ts')).show,
});
