import { defineCommand } from '../define-command.ts';

export const regrade = defineCommand({
  name: 'regrade',
  summary: 'Grade a stored run again with the graders of today; its models are not asked.',
  arguments: [{ name: '[run]', summary: 'an id, a unique part of one, or latest' }],
  options: [
    { flags: '--judge <name>', summary: 'grade by this judge in the place of every one that the files name' },
    {
      flags: '--reporter <names>',
      summary: 'terminal, json, junit, markdown, github; name=file writes a file; commas between several',
    },
    {
      flags: '--cache <mode>',
      summary: 'of judges: read-write (default), read, refresh (ask anew, keep what comes), off',
    },
    { flags: '--record <file>', summary: 'write what judges were asked and answered to a cassette' },
    { flags: '--replay <file>', summary: 'judges answer from a cassette alone: no key, no network' },
    { flags: '--max-cost <dollars>', summary: 'stop before judges take more than this (exit code 4)' },
    { flags: '--max-calls <n>', summary: 'stop after so many requests to judges' },
    { flags: '--max-time <time>', summary: 'stop grading after 90s, 10m …' },
    { flags: '--offline', summary: 'refuse every judge that needs the network' },
    {
      flags: '--no-canary',
      summary: 'do not put labelled outputs before judges again to see whether they moved',
    },
    { flags: '-q, --quiet', summary: 'no progress' },
  ],
  examples: [
    'evals regrade                              the last run, by the graders of today',
    'evals regrade 7f3b --judge strict          by another judge',
  ],
  action: async () => (await import('../actions/regrade.ts')).regrade,
});
