import { defineCommand } from '../define-command.ts';

const reference = 'latest, a run’s id, <run>#<model>, <run>#<prompt>, baseline, git:<revision> or a file';

export const diff = defineCommand({
  name: 'diff',
  summary: 'Compare two runs, two arms, or a run with a baseline, case by case.',
  arguments: [
    { name: '[a]', summary: `what it is held against (default: baseline): ${reference}` },
    { name: '[b]', summary: 'what is looked at (default: latest): the same forms' },
  ],
  options: [
    { flags: '--suite <name>', summary: 'only this suite' },
    { flags: '--json', summary: 'the comparisons as JSON' },
  ],
  examples: [
    'evals diff',
    'evals diff "latest#gpt-5-mini" "latest#claude-haiku-4-5"',
    'evals diff "latest#refund-policy@v3" "latest#refund-policy@v4"',
    'evals diff git:main latest --suite refund-policy',
  ],
  action: async () => (await import('../actions/diff.ts')).diff,
});
