import { thousands } from '../../text/thousands.ts';
import type { StoredReview } from './review-stored.ts';

const words: Record<keyof StoredReview['left'], string> = {
  'suite-gone': 'the suite is gone',
  'case-gone': 'the case is gone',
  'case-edited': 'the case was edited',
  'prompt-gone': 'the prompt, which graded it too, cannot be found any more',
};

/** Why rows of a stored run are not graded again, a clause a reason, and how many they are. */
export function leftOut({ left }: Pick<StoredReview, 'left'>): { left: number; why: string[] } {
  const found = Object.entries(left).filter(([, trials]) => trials > 0);
  return {
    left: found.reduce((sum, [, trials]) => sum + trials, 0),
    why: found.map(([fate, trials]) => `${words[fate as keyof typeof words]} (${thousands(trials)})`),
  };
}
