import type { Draft } from './draft.ts';

/** The row of a case file that a draft becomes, with where it comes from and what was answered; of the log (a path) only the last name. */
export function printDraft({ id, vars, expect, tags, isGradable, line, output }: Draft, log: string): string {
  const isObserved = expect === undefined && !isGradable;
  const row = {
    id,
    vars,
    ...(expect === undefined ? {} : { expect }),
    ...(tags.length > 0 ? { tags } : {}),
    ...(isObserved ? { observe: true } : {}),
    meta: { log: `${log.split('/').at(-1)}:${line}`, ...(output === undefined ? {} : { answered: output }) },
  };
  return `${JSON.stringify(row)}\n`;
}
