/** How a trial ended. Exactly one holds. */
export type Status = 'passed' | 'failed' | 'errored' | 'ungraded' | 'skipped';

/** All of them, in the order in which they are shown. */
export const statuses: readonly Status[] = ['passed', 'failed', 'errored', 'ungraded', 'skipped'];
