import { defineCommand } from '../define-command.ts';

const suite = [{ name: '<suite>', summary: 'its name or its file' }];
const someSuite = [
  { name: '[suite]', summary: 'its name or its file; all that have a holdout when none is given' },
];
const sealing = [
  { flags: '--to <recipients...>', summary: 'public keys (age1…) of those who can open it' },
  { flags: '--looks <n>', summary: 'it may be looked at so often (10)' },
  { flags: '--promotions <n>', summary: 'so many candidates may pass by it (1)' },
];

export const holdout = defineCommand({
  name: 'holdout',
  summary:
    'Cases that nobody may fit to: freeze them, or seal them so that not even a coding agent reads them.',
  commands: [
    defineCommand({
      name: 'status',
      summary: 'Say of each holdout what it is, who can open it, and what happened to it.',
      arguments: someSuite,
      options: [{ flags: '--json', summary: 'as it is in its lock' }],
      action: async () => (await import('../actions/holdout-status.ts')).holdoutStatus,
    }),
    defineCommand({
      name: 'check',
      summary:
        'Look for copies of holdout cases in the other cases, in prompts and rubrics; a sealed one needs no key for it.',
      arguments: someSuite,
      action: async () => (await import('../actions/check-holdouts.ts')).checkHoldouts,
    }),
    defineCommand({
      name: 'split',
      summary:
        'Move a part of the cases of a suite into its holdout, by whole families and evenly over tags.',
      arguments: suite,
      options: [
        { flags: '--share <part>', summary: 'of the cases, between 0 and 1' },
        { flags: '--seed <n>', summary: 'another number, another draw (1)' },
        { flags: '--seal', summary: 'seal it at once, so that no plain file is written' },
        ...sealing,
      ],
      examples: ['evals holdout split refund-policy --share 0.3 --seed 7'],
      action: async () => (await import('../actions/split-holdout.ts')).splitHoldout,
    }),
    defineCommand({
      name: 'freeze',
      summary: 'Write a lock with the digest of each case: from then on an edit is an error.',
      arguments: suite,
      examples: ['evals holdout freeze refund-policy'],
      action: async () => (await import('../actions/freeze-holdout.ts')).freezeHoldout,
    }),
    defineCommand({
      name: 'thaw',
      summary: 'Let a frozen holdout be edited; why stays in its lock for good.',
      arguments: suite,
      options: [{ flags: '--reason <text>', summary: 'why' }],
      examples: ['evals holdout thaw refund-policy --reason "case 12 expects the old policy"'],
      action: async () => (await import('../actions/thaw-holdout.ts')).thawHoldout,
    }),
    defineCommand({
      name: 'keygen',
      summary: 'Make a key pair: a secret key for EVALS_HOLDOUT_KEY, a public one to seal to.',
      options: [
        {
          flags: '--out <file>',
          summary: 'the secret key into a new file that only you can read, and not on the screen',
        },
      ],
      action: async () => (await import('../actions/new-holdout-key.ts')).newHoldoutKey,
    }),
    defineCommand({
      name: 'seal',
      summary: 'Encrypt the holdout to public age keys and remove the plain file.',
      arguments: suite,
      options: sealing,
      examples: ['evals holdout seal refund-policy --to age1…ci age1…escrow'],
      action: async () => (await import('../actions/seal-holdout.ts')).sealHoldout,
    }),
    defineCommand({
      name: 'add',
      summary:
        'Seal more cases beside those that are sealed: from standard input, without a key, no plain text on disk.',
      arguments: suite,
      options: [
        { flags: '--from <file>', summary: 'YAML or JSONL with the cases, in the place of standard input' },
      ],
      examples: ['evals holdout add refund-policy < cases.jsonl'],
      action: async () => (await import('../actions/add-to-holdout.ts')).addToHoldout,
    }),
    defineCommand({
      name: 'rekey',
      summary: 'Seal the same cases to other keys. Takes one that opens them.',
      arguments: suite,
      options: [
        { flags: '--add <recipients...>', summary: 'public keys that can open it from now on' },
        { flags: '--remove <recipients...>', summary: 'public keys that no longer can' },
      ],
      action: async () => (await import('../actions/rekey-holdout.ts')).rekeyHoldout,
    }),
    defineCommand({
      name: 'open',
      summary: 'Show the sealed cases to who has the key: recorded, and the end of them as a holdout.',
      arguments: suite,
      options: [
        { flags: '--reason <text>', summary: 'why' },
        { flags: '--out <file>', summary: 'into a new file, and not on the screen' },
      ],
      action: async () => (await import('../actions/open-sealed-holdout.ts')).openSealedHoldout,
    }),
  ],
});
