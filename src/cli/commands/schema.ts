import { defineCommand } from '../define-command.ts';

export const schema = defineCommand({
  name: 'schema',
  summary: 'Print the JSON Schema of a kind of file, for editors.',
  arguments: [{ name: '<kind>', summary: 'suite, cases, config or prompt' }],
  action: async () => (await import('../actions/schema.ts')).schema,
});
