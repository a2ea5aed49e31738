/** Words that can be seen: blanks and signs without a width give no reason. */
export const isReason = (value: unknown): value is string =>
  typeof value === 'string' && value.replace(/[\s\p{Cf}\p{Cc}]+/gu, '') !== '';
