import type { Judgement } from '../../domain/judgement.ts';

/** Why a judge gave no verdict, for a person: its fault, or that it could not be asked, and never the model's. */
export function whySilent({ judge, samples, unread, failed }: Judgement): string {
  const votes = samples.map(({ verdict }) => verdict).join(', ');
  if (failed.length > 0 && unread.length === 0) return `the judge ${judge} could not be asked: ${failed[0]}`;
  const why = unread.at(-1)?.why;
  if (samples.length === 0)
    return `the judge ${judge} gave no verdict${failed.length > 0 ? ', and could not be asked again' : ' in two tries'}: ${why}`;
  return `the judge ${judge} says no one thing (${votes})${why === undefined ? '' : `, and of another reply: ${why}`}`;
}
