import { defineCommand } from '../define-command.ts';

export const schema = defineCommand({
  name: 'schema',
  summary: 'Print the JSON Schema of a kind of file, for editors.',
  arguments: [{ name: '[kind]', summary: 'suite, cases, config, prompt, quarantine or labels' }],
  options: [{ flags: '--out <folder>', summary: 'write all of them into a folder' }],
  action: async () => (await import('../actions/schema.ts')).schema,
});
