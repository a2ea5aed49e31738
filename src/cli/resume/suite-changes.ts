import type { Run, RunSuite } from '../../domain/run.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { count } from '../../text/count.ts';

/** What became of the finished cases of a suite: at most some names, and how many. */
export type CaseTally = { edited: Set<string>; gone: Set<string> };

const mostNamed = 5;

/** Says what is different about the suites: which are gone or new, and what was edited in the others. */
export function suiteChanges(before: Run, now: Run, tallies: ReadonlyMap<string, CaseTally>): string[] {
  const gone = before.suites
    .filter(({ name }) => !now.suites.some((suite) => suite.name === name))
    .map(({ name, file }) => `suite "${name}" (${file}) is not among the suites any more`);
  const others = now.suites.flatMap((suite) => {
    const was = before.suites.find(({ name }) => name === suite.name);
    return was
      ? edits(was, suite, tallies.get(suite.name))
      : [`suite "${suite.name}" (${suite.file}) is new`];
  });
  return [...gone, ...others];
}

function edits(was: RunSuite, is: RunSuite, tally: CaseTally | undefined): string[] {
  const details = [
    ...(canonicalJson(was.gate) === canonicalJson(is.gate) && was.hasGate === is.hasGate
      ? []
      : ['another gate']),
    ...(was.repeat === is.repeat ? [] : [`repeat ${was.repeat} → ${is.repeat}`]),
    ...(was.cases === is.cases ? [] : [`${was.cases} → ${count(is.cases, 'case')}`]),
    ...named(tally?.edited, 'edited'),
    ...named(tally?.gone, 'gone'),
  ];
  if (was.digest !== is.digest) {
    const told = details.length > 0 ? `: ${details.join(', ')}` : '; no finished case differs';
    return [`suite "${is.name}" (${is.file}, or rows of its cases) was edited${told}`];
  }
  if (details.length === 0) return [];
  return [`what suite "${is.name}" (${is.file}) reads or selects is different: ${details.join(', ')}`];
}

function named(ids: ReadonlySet<string> | undefined, what: string): string[] {
  if (!ids || ids.size === 0) return [];
  const shown = [...ids].slice(0, mostNamed);
  const more = ids.size > shown.length ? ' …' : '';
  return [`${count(ids.size, 'finished case')} ${what} (${shown.join(', ')}${more})`];
}
