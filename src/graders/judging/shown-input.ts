import type { Subject } from '../../domain/subject.ts';

/** What the user said, as a judge is shown it. The model's own instructions are left out: they are long, and no question. */
export function shownInput({ messages }: Pick<Subject, 'messages'>): string {
  return messages
    .filter(({ role }) => role === 'user')
    .map(({ content }) => content)
    .join('\n\n');
}
