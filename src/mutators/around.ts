import { isEnded } from './is-ended.ts';
import { phrases } from './phrases.ts';
import { pick } from './pick.ts';
import { spokenIn } from './spoken-in.ts';

/** The text with phrases of its language before it, behind it, or both. */
export function around(text: string, tone: keyof typeof phrases, random: () => number): string {
  const { before, behind } = phrases[tone][spokenIn(text, Object.keys(phrases[tone]))]!;
  const where = random();
  const first = where < 0.7 ? `${pick(before, random)} ` : '';
  const last = where >= 0.35 ? `${isEnded(text) ? ' ' : '\n'}${pick(behind, random)}` : '';
  return `${first}${text}${last}`;
}
