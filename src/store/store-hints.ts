import type { StoreFault } from './store-error.ts';

/** What a person can do about a store that cannot be used. */
export const storeHints: Record<StoreFault, string> = {
  busy: 'Close what has the file open.',
  broken: '"evals cache clear" makes a new one.',
  newer: 'Update evals, or begin a new one with "evals cache clear".',
  foreign: 'Put it elsewhere, or begin a new one with "evals cache clear".',
  full: 'Make room; "evals cache clear" gives back what the cache takes.',
  unwritable: 'Check who may write to .evals/, or run with --cache off.',
  'no-driver': 'Use Node 22.13 or later, or install it: npm install --save-dev libsql@0.5.29',
  other: '"evals cache clear" makes a new one.',
};
