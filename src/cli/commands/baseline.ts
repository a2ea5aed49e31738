import { askingOptions } from '../asking-options.ts';
import { defineCommand } from '../define-command.ts';

export const baseline = defineCommand({
  name: 'baseline',
  summary: 'What later runs are held against: accept it, look at it, measure its noise.',
  commands: [
    defineCommand({
      name: 'accept',
      summary: 'Ask what a run tested afresh, and keep that as the baseline of its suites.',
      arguments: [{ name: '[run]', summary: 'an id, a unique part of one, or latest' }],
      options: [
        { flags: '--reason <text>', summary: 'why this is good; kept with it' },
        {
          flags: '--repeat <n>',
          summary: 'ask each case n times (3, and once where models are deterministic)',
        },
        { flags: '--as-is', summary: 'take the run as it stands; for deterministic models' },
        ...askingOptions,
      ],
      examples: [
        'evals baseline accept --reason "v4 answers refunds in one step"',
        'evals baseline accept 7f3b --reason "new model" --repeat 5 --max-cost 2',
      ],
      action: async () => (await import('../actions/accept-baseline.ts')).acceptBaseline,
    }),
    defineCommand({
      name: 'list',
      summary: 'List the baselines: rates, cases, who accepted them and why.',
      action: async () => (await import('../actions/list-baselines.ts')).listBaselines,
    }),
    defineCommand({
      name: 'show',
      summary: 'Show the baseline of a suite: totals, what fails in it, its noise, what it was made with.',
      arguments: [{ name: '[suite]', summary: 'its name; all when none is given' }],
      options: [{ flags: '--json', summary: 'as it is in its file' }],
      action: async () => (await import('../actions/show-baseline.ts')).showBaseline,
    }),
    defineCommand({
      name: 'diff',
      summary: 'Compare a run with the baselines of its suites: evals diff baseline <run>.',
      arguments: [{ name: '[run]', summary: 'an id, a unique part of one, or latest' }],
      action: async () => {
        const { diff } = await import('../actions/diff.ts');
        return ({ arguments: { run }, options }, world) =>
          diff({ arguments: { a: 'baseline', b: run ?? 'latest' }, options }, world);
      },
    }),
    defineCommand({
      name: 'aa',
      summary: 'Ask the baseline’s own arms once more: how much differs though nothing was changed.',
      arguments: [{ name: '[suite]', summary: 'its name; all that have a baseline when none is given' }],
      options: askingOptions,
      examples: ['evals baseline aa refund-policy --max-cost 1'],
      action: async () => (await import('../actions/baseline-aa.ts')).baselineAa,
    }),
  ],
});
