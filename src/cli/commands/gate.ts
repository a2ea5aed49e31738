import { defineCommand } from '../define-command.ts';

export const gate = defineCommand({
  name: 'gate',
  summary: 'Decide a run again, from its journal alone: the verdict and its exit code.',
  arguments: [{ name: '[run]', summary: 'an id, a unique part of one, or latest' }],
  options: [
    {
      flags: '--baseline <ref>',
      summary: 'hold it against another baseline: baseline (that of today), git:main or a file',
    },
    {
      flags: '--reporter <names>',
      summary: 'terminal, json, junit, markdown, github; name=file writes a file',
      default: 'terminal',
    },
  ],
  examples: [
    'evals gate                                 the last run, as it was decided',
    'evals gate latest --baseline git:main      against what main has accepted',
    'evals gate --reporter github,junit=report.xml',
  ],
  action: async () => (await import('../actions/gate.ts')).gate,
});
