import type { TrialRow } from '../../domain/trial-row.ts';

/** The rows of a run of holdouts, as they may be told: none. */
export async function* noRows(): AsyncGenerator<TrialRow> {}
