import { count } from '../../text/count.ts';
import type { SlotReply } from './ask-slots.ts';

/** What came of asking, for a person. */
export type ProposePage = {
  /** Texts that were asked for, and how many were known before. */
  asked: number;
  cases: number;
  replies: readonly SlotReply<unknown>[];
  proposed: number;
  /** Proposals that wait for a decision, with these. */
  waiting: number;
  why?: 'budget' | 'interrupted' | undefined;
  file: string;
  isDryRun: boolean;
};

/** How many texts came, why others did not, and what to do next; line by line. */
export function proposePage(page: ProposePage): string[] {
  const { asked, cases, proposed, waiting, file, why, isDryRun, replies } = page;
  const next = waiting > 0 && !isDryRun ? [`Next: evals cases review ${file}`] : [];
  if (asked === 0)
    return [`Nothing new to ask for: what was asked for before waits in ${file}, or was decided.`, ...next];
  if (isDryRun)
    return [`${count(asked, 'text')} of ${count(cases, 'case')} would be asked for; nothing was asked.`];
  const left = asked - replies.length;
  return [
    `${count(proposed, 'proposal')} in ${file}: no suite reads it before somebody has accepted them.`,
    ...reasons(replies, 'why', 'reply was', 'replies were', 'of no use'),
    ...reasons(replies, 'failed', 'request', 'requests', 'failed'),
    ...(why === undefined
      ? []
      : [
          `Stopped ${why === 'budget' ? 'as the budget is used up' : 'by you'}: ${count(left, 'text')} not asked for. The same command goes on.`,
        ]),
    ...next,
  ];
}

/** Each reason once, with how often it came up. */
function reasons(
  replies: readonly SlotReply<unknown>[],
  key: 'why' | 'failed',
  one: string,
  many: string,
  what: string,
): string[] {
  const counts = new Map<string, number>();
  for (const reply of replies) {
    const said = (reply as Partial<Record<'why' | 'failed', string>>)[key];
    if (said !== undefined) counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  return [...counts].map(([said, times]) => `${count(times, one, many)} ${what}: ${said}.`);
}
