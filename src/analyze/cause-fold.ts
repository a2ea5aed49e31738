import { failureText } from '../domain/failure-text.ts';
import type { Cause } from '../domain/summary.ts';
import type { TrialRow } from '../domain/trial-row.ts';
import { naturalOrder } from '../text/natural-order.ts';
import { oneLine } from '../text/one-line.ts';
import { truncate } from '../text/truncate.ts';

/** Counts why trials have no verdict. */
export type CauseFold = { add(row: TrialRow): void; end(): Cause[] };

const mostKept = 1000;
const mostShown = 20;

/** Request ids and the like are left out, so that one trouble is one line; the names of the models that were asked stay. */
const withoutIds = (text: string, { model, outcome }: TrialRow) =>
  text.replace(/[\w-]{8,}/g, (word) => {
    const isId = /\d/.test(word) && word.length > 11;
    return isId && !model.includes(word) && !outcome.by?.includes(word) ? '…' : word;
  });

function toMessage(row: TrialRow): string {
  const failure = row.status === 'errored' ? failureText(row.outcome) : undefined;
  if (failure !== undefined) return failure;
  const grade = row.grades.find((one) => one.status === 'ungraded' && one.weight > 0);
  return grade ? `${grade.name}: ${grade.reason}` : 'no grade';
}

const naturalThenCode = (a: string, b: string) => naturalOrder(a, b) || (a < b ? -1 : a > b ? 1 : 0);

/**
 * Starts the counts. At most 1,000 different messages are kept, the first in the order of their text,
 * so that neither memory nor the result depends on how many come or in which order.
 */
export function causeFold(): CauseFold {
  const causes = new Map<string, Cause>();
  let last: string | undefined;
  const drop = () => {
    if (causes.size > mostKept) causes.delete(last as string);
    last = causes.size < mostKept ? undefined : [...causes.keys()].sort().at(-1);
  };
  return {
    add(row) {
      if (row.status !== 'errored' && row.status !== 'ungraded') return;
      const message = truncate(withoutIds(oneLine(toMessage(row)).slice(0, 1000), row), 300);
      const key = `${row.status} ${message}`;
      if (last !== undefined && key > last) return;
      const cause = causes.get(key) ?? { status: row.status, message, trials: 0, case: row.case };
      cause.trials += 1;
      if (naturalThenCode(row.case, cause.case) < 0) cause.case = row.case;
      if (causes.has(key)) return;
      causes.set(key, cause);
      if (causes.size >= mostKept) drop();
    },
    end: () =>
      [...causes.entries()]
        .sort(([a, x], [b, y]) => y.trials - x.trials || (a < b ? -1 : 1))
        .slice(0, mostShown)
        .map(([, cause]) => ({ ...cause })),
  };
}
