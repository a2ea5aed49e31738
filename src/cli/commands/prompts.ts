import { defineCommand } from '../define-command.ts';

export const prompts = defineCommand({
  name: 'prompts',
  summary: 'The prompts and their versions.',
  commands: [
    defineCommand({
      name: 'list',
      summary: 'List them: versions, variables, what they are for.',
      action: async () => (await import('../actions/list-prompts.ts')).listPrompts,
    }),
    defineCommand({
      name: 'show',
      summary: 'Show one version: messages, settings, variables, digest.',
      arguments: [{ name: '<prompt>', summary: 'name, name@v3, name@working or name@git:<revision>' }],
      options: [{ flags: '--vars <file>', summary: 'fill it with the variables of a JSON or YAML file' }],
      examples: [
        'evals prompts show refund-policy',
        'evals prompts show refund-policy@git:main --vars case.json',
      ],
      action: async () => (await import('../actions/show-prompt.ts')).showPrompt,
    }),
    defineCommand({
      name: 'diff',
      summary: 'Compare two versions line by line, with what they include.',
      arguments: [
        { name: '<before>', summary: 'name, name@v3, name@working or name@git:<revision>' },
        { name: '<after>', summary: 'the same, for the other side' },
      ],
      examples: [
        'evals prompts diff refund-policy@v3 refund-policy@v4',
        'evals prompts diff refund-policy@git:main refund-policy@working',
      ],
      action: async () => (await import('../actions/diff-prompts.ts')).diffPrompts,
    }),
    defineCommand({
      name: 'log',
      summary: 'List the commits that changed a prompt, the newest first.',
      arguments: [{ name: '<name>', summary: 'the name of a prompt' }],
      action: async () => (await import('../actions/log-prompt.ts')).logPrompt,
    }),
    defineCommand({
      name: 'new',
      summary: 'Begin a prompt, or the next version of one by copying the newest. Nothing is overwritten.',
      arguments: [{ name: '<name>', summary: 'the name of a prompt' }],
      action: async () => (await import('../actions/new-prompt.ts')).newPrompt,
    }),
  ],
});
