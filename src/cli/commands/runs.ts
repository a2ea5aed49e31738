import { defineCommand } from '../define-command.ts';

export const runs = defineCommand({
  name: 'runs',
  summary: 'The runs on disk.',
  commands: [
    defineCommand({
      name: 'list',
      summary: 'List them, the newest first.',
      options: [{ flags: '-n, --limit <n>', summary: 'at most so many', default: '20' }],
      action: async () => (await import('../actions/list-runs.ts')).listRuns,
    }),
  ],
});
