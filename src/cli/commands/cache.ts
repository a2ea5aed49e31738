import { defineCommand } from '../define-command.ts';

export const cache = defineCommand({
  name: 'cache',
  summary: 'The answers that are kept: how many, why one was not used, empty it.',
  commands: [
    defineCommand({
      name: 'stats',
      summary: 'Show how many answers are kept, of which models, and what they take.',
      options: [{ flags: '--json', summary: 'as JSON' }],
      action: async () => (await import('../actions/cache-stats.ts')).cacheStats,
    }),
    defineCommand({
      name: 'clear',
      summary: 'Remove all answers, or some; a cache that cannot be read is made anew.',
      options: [
        { flags: '--older-than <time>', summary: 'only those that were given longer ago: 30d, 12h' },
        { flags: '--model <name>', summary: 'only those of a model, by its name or as provider:id' },
      ],
      examples: [
        'evals cache clear',
        'evals cache clear --older-than 30d',
        'evals cache clear --model openai:gpt-5-mini',
      ],
      action: async () => (await import('../actions/cache-clear.ts')).cacheClear,
    }),
    defineCommand({
      name: 'why',
      summary: 'Say why a case was asked, or where its answer comes from.',
      arguments: [
        { name: '<run>', summary: 'an id, a unique part of one, or latest' },
        { name: '<case>', summary: 'the id of a case (a glob is fine)' },
      ],
      examples: ['evals cache why latest late-parcel'],
      action: async () => (await import('../actions/cache-why.ts')).cacheWhy,
    }),
  ],
});
