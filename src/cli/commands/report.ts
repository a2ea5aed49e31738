import { defineCommand } from '../define-command.ts';

export const report = defineCommand({
  name: 'report',
  summary: 'Report a run again, from its journal alone.',
  arguments: [{ name: '[run]', summary: 'an id, a unique part of one, or latest' }],
  options: [
    {
      flags: '--reporter <names>',
      summary: 'terminal, json, junit, markdown, github; name=file writes a file',
      default: 'terminal',
    },
  ],
  action: async () => (await import('../actions/report.ts')).report,
});
