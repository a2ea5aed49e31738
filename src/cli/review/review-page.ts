import { count } from '../../text/count.ts';

/** What came of a session. */
export type ReviewPage = {
  said: readonly (string | null)[];
  /** Proposals that waited when it began. */
  open: number;
  /** The file of variants, and that of the proposals, as messages call them. */
  to: string;
  file: string;
  /** The suite that does not read the variants yet, and the path of them in a `from:` line. */
  unread?: { file: string; from: string } | undefined;
};

/** How many were accepted and rejected, how many still wait, and what to do next; line by line. */
export function reviewPage({ said, open, to, file, unread }: ReviewPage): string[] {
  const [accepted, rejected] = ['accept', 'reject'].map(
    (label) => said.filter((one) => one === label).length,
  ) as [number, number];
  const left = open - accepted - rejected;
  return [
    `Accepted ${count(accepted, 'proposal')} into ${to}, rejected ${rejected}; ${left === 0 ? 'none waits' : `${left} ${left === 1 ? 'waits' : 'wait'}`}.`,
    ...(left > 0 ? [`Go on with: evals cases review ${file}`] : []),
    ...(unread ? ['', `Add this line to ${unread.file}, under "cases:":`, `  - from: ${unread.from}`] : []),
  ];
}
