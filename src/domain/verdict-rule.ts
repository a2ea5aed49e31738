/**
 * A verdict in plain words: the last place that fits `match` (a linear-time regular expression with one group) counts,
 * and `means` says what the group's text stands for.
 */
export type VerdictRule = { match: string; means: Record<string, string> };
