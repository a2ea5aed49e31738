import type { TrialRow } from '../domain/trial-row.ts';

/** What a run has spent, held against what it may spend. */
export type Budget = {
  add(row: TrialRow): void;
  /** US dollars of the answers with a known price. */
  spent(): number;
  /** 'reached' once that is the limit or more; 'blind' once an answer came without a price, so that nobody can tell. */
  state(): 'open' | 'reached' | 'blind';
  /** The model of the first answer without a price. */
  unpriced(): string | undefined;
};

/** A budget of so many US dollars; without a limit it stays open. */
export function budget(limit: number | undefined): Budget {
  let spent = 0;
  let unpriced: string | undefined;
  return {
    add({ costUsd, model }) {
      spent += costUsd ?? 0;
      if (costUsd === null) unpriced ??= model;
    },
    spent: () => spent,
    unpriced: () => unpriced,
    state() {
      if (limit === undefined) return 'open';
      if (spent >= limit) return 'reached';
      return unpriced === undefined ? 'open' : 'blind';
    },
  };
}
