import { defineCommand } from '../define-command.ts';

export const doctor = defineCommand({
  name: 'doctor',
  summary: 'Look whether everything that a run needs is there, and say what to do.',
  options: [
    { flags: '--offline', summary: 'ask no endpoint' },
    { flags: '--json', summary: 'for machines' },
  ],
  examples: ['evals doctor', 'evals doctor --offline', 'evals doctor --json'],
  action: async () => (await import('../actions/doctor.ts')).doctor,
});
