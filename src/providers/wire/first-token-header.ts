/** The header in which an assembled answer carries the clock's reading at its first token, in milliseconds. */
export const firstTokenHeader = 'evals-first-token';
