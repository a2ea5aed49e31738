import { defineCommand } from '../define-command.ts';

export const list = defineCommand({
  name: 'list',
  summary: 'What is on the shelves: graders, mutators, providers, reporters, suites.',
  arguments: [{ name: '<shelf>', summary: 'graders, mutators, providers, reporters or suites' }],
  options: [{ flags: '--markdown', summary: 'as the table in the docs' }],
  action: async () => (await import('../actions/list.ts')).list,
});
