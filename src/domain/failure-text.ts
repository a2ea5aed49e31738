import type { Outcome } from './outcome.ts';

/** Why the model under test gave no answer of its own, in a line; that somebody else did is said first. Undefined when it did. */
export function failureText(outcome: Outcome): string | undefined {
  if (outcome.status === 'errored') return outcome.failure.message;
  if (outcome.by === undefined) return undefined;
  return `answered by ${outcome.by} in its place${outcome.why ? `: ${outcome.why.message}` : ''}`;
}
