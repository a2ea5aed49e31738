import type { ArmSummary, Ruling } from '../../domain/summary.ts';
import { count } from '../../text/count.ts';

/** The baseline gave no answer: whether the provider moved is open then, and silence would look like "it did not". */
function canary({ afresh, comparison }: ArmSummary): string[] {
  const { cases = 0, answered = 0 } = afresh?.canary ?? {};
  if (answered === cases || comparison?.stale !== undefined) return [];
  const known =
    answered === 0
      ? 'nobody knows whether the provider moved'
      : 'the others say nothing of whether the provider moved';
  return [
    `${answered} of ${count(cases, 'case')} of the baseline that ${cases === 1 ? 'was' : 'were'} asked again gave an answer: ${known}.`,
  ];
}

/** Flips that nobody asked again, and those that gave no answer, are as unconfirmed as if nothing had been drawn. */
function redraws({ afresh, comparison }: ArmSummary): string[] {
  const { cases = 0, answered = 0 } = afresh?.redraws ?? {};
  const flips = comparison?.flipTotals.losses ?? 0;
  if (cases === 0 || comparison?.stale !== undefined) return [];
  const part = cases < flips ? [`${cases} of ${count(flips, 'flip')} were asked again`] : [];
  const lost =
    answered < cases
      ? [
          `${answered} of ${count(cases, 'flip')} that ${cases === 1 ? 'was' : 'were'} asked again gave an answer`,
        ]
      : [];
  const all = [...part, ...lost].join('; ');
  return all === '' ? [] : [`${all}: ${answered === 0 ? 'they' : 'the others'} stay unconfirmed.`];
}

/** What was asked beside the trials and came to nothing, or to less than all: told, as it decides nothing. */
export function askedAgain(arm: ArmSummary): Ruling[] {
  return [
    ...canary(arm).map((sentence): Ruling => ({ rule: 'baseline', verdict: 'warn', sentence })),
    ...redraws(arm).map((sentence): Ruling => ({ rule: 'flips', verdict: 'warn', sentence })),
  ];
}
