import type { Case } from '../../domain/case.ts';
import { leafStrings } from '../../text/leaf-strings.ts';
import { normalized } from '../../text/normalized.ts';
import type { LeakText } from './leak.ts';

type Part = { name: string; text: string; even: string };

/**
 * The texts by which the cases of a holdout are known. Of each case those that the fewest cases have, here and in
 * `others` (the rest of the suite): its question, and not the document that it shares with ten more. A variant whose parent is here adds
 * nothing but its attack, which others share. An answer counts when no other case has it; one that several have is a label.
 */
export function leakTexts(holdout: readonly Case[], others: Iterable<Case> = []): LeakText[] {
  const ids = new Set(holdout.map(({ id }) => id));
  const own = holdout.filter(({ parent }) => parent === undefined || !ids.has(parent));
  const counts = new Map<string, number>();
  for (const some of [own, others])
    for (const one of some) for (const key of keysOf(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return own.flatMap((one) => {
    const parts = partsOf(one);
    const fewest = Math.min(...parts.map((part) => counts.get(keyOf(part))!));
    const inputs = parts.filter((part) => counts.get(keyOf(part)) === fewest);
    const answer = answerOf(one);
    const isOwn = answer !== undefined && counts.get(answerKey(answer)) === 1;
    const answers = isOwn ? [{ text: answer, of: one.id, isAnswer: true as const }] : [];
    return [...inputs.map(({ text }) => ({ text, of: one.id })), ...answers];
  });
}

/** What is counted of a case, each once. */
function keysOf(one: Case): Set<string> {
  const answer = answerOf(one);
  return new Set([...partsOf(one).map(keyOf), ...(answer === undefined ? [] : [answerKey(answer)])]);
}

const answerKey = (answer: string) => `\n${answer}`;

const keyOf = ({ name, even }: Part) => `${name}\n${even}`;

function partsOf({ vars }: Case): Part[] {
  return Object.entries(vars)
    .flatMap(([name, value]) => leafStrings(value).map((text) => ({ name, text, even: normalized(text) })))
    .filter(({ even }) => even !== '');
}

const answerOf = ({ expect }: Case) =>
  typeof expect === 'string' && expect.trim() !== '' ? expect : undefined;
