import { caseTable } from '../../analyze/case-table.ts';
import type { ArmResults } from '../../domain/arm-results.ts';
import type { CaseResult } from '../../domain/case-result.ts';
import { exitCode } from '../../domain/exit-code.ts';
import { problems } from '../../domain/problems.ts';
import type { Regrading, WhyNotRegraded } from '../../domain/regrading.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { type Regrade, regrade } from '../../execute/regrade.ts';
import { channel } from '../../flow/channel.ts';
import { JournalError } from '../../store/journal-error.ts';
import { Refusal } from '../refusal.ts';
import { fateToday } from './fate-today.ts';
import { judgedFold } from './judged-fold.ts';
import { storedTrials } from './stored-trials.ts';
import type { Today } from './today.ts';

/** Results of one arm, with where the answers are that they are made of. */
export type StoredResults = Pick<ArmResults, 'suite' | 'arm' | 'repeat' | 'cases'> & {
  run: string;
  /** The rows of that run, each time from disk; undefined when it is not there any more. */
  rows?: (() => AsyncIterable<TrialRow>) | undefined;
};

/** What grading them again needs. */
export type Regrader = Omit<Regrade, 'trials' | 'events'> & {
  today: Today;
  /** Hears what happens, answer by answer. */
  hear(events: readonly RunEvent[]): void;
};

/** The cases with the verdicts of today where that could be done, and what became of it. */
export type RegradedResults = { cases: CaseResult[]; regraded: Regrading };

type Found = { isBroken: boolean; isWithoutPrompt: boolean };

/**
 * Grades the answers to the `wanted` cases again, all repeats. A case has new verdicts only where the answers on disk are
 * those of its results: as many, and by their old grades as many that passed. Its weight, group and tags stay as stored.
 * Throws a `Refusal` where a case cannot be read any more. Where it is stopped nothing may be made of what it gives back.
 */
export async function regradeResults(
  stored: StoredResults,
  wanted: ReadonlySet<string>,
  { today, hear, ...world }: Regrader,
): Promise<RegradedResults> {
  const [was, is, judged] = [caseTable(stored.repeat), caseTable(stored.repeat), judgedFold()];
  const found: Found = { isBroken: false, isWithoutPrompt: false };
  const rows = stored.rows ? ownRows(stored.rows(), stored, { wanted, was, today, found }) : none();
  const events = channel<RunEvent>();
  for await (const batch of regrade({ ...world, events, trials: storedTrials(rows, today) })) {
    for (const event of batch) {
      if (event.type === 'aborted') throw stopped(event.message);
      if (event.type !== 'finished') continue;
      is.add(event.row);
      judged.add(event.row);
    }
    hear(batch);
  }
  return merged(stored, wanted, { was: was.end(), is: is.end(), judges: judged.end(), found });
}

type Both = {
  was: readonly CaseResult[];
  is: readonly CaseResult[];
  judges: Pick<Regrading, 'judges'>;
  found: Found;
};

/** The stored cases with new verdicts in the place of those that are sound. */
function merged(
  stored: StoredResults,
  wanted: ReadonlySet<string>,
  { was, is, judges, found }: Both,
): RegradedResults {
  const [then, now] = [byId(was), byId(is)];
  const isSound = (one: CaseResult) => isSame(one, then.get(one.id)) && now.has(one.id);
  const again = found.isBroken ? [] : stored.cases.filter((one) => wanted.has(one.id) && isSound(one));
  const news = new Map(again.map(({ id }) => [id, now.get(id)!]));
  const left = wanted.size - again.length;
  const answers = again.reduce((total, { of, open }) => total + of + open, 0);
  const sums = { before: sum(again), after: sum([...news.values()]) };
  return {
    cases: stored.cases.map((one) => ({ ...one, ...verdictOf(news.get(one.id)) })),
    regraded: {
      ...{ run: stored.run, cases: again.length, answers, ...sums, ...judges, left },
      ...(left > 0 ? { why: whyNot(stored, found) } : {}),
    },
  };
}

type Around = { wanted: ReadonlySet<string>; was: ReturnType<typeof caseTable>; today: Today; found: Found };

/** The rows of these cases, as they are counted by their old grades. A journal that cannot be read ends them. */
async function* ownRows(
  rows: AsyncIterable<TrialRow>,
  { suite, arm }: StoredResults,
  { wanted, was, today, found }: Around,
): AsyncGenerator<TrialRow> {
  try {
    for await (const row of rows) {
      if (row.suite !== suite || row.arm !== arm.id || !wanted.has(row.case)) continue;
      was.add(row);
      found.isWithoutPrompt ||= fateToday(row, today) === 'prompt-gone';
      yield row;
    }
  } catch (error) {
    if (!(error instanceof JournalError || error instanceof Refusal)) throw error;
    found.isBroken = true;
  }
}

async function* none(): AsyncGenerator<TrialRow> {}

const stopped = (detail: string) => new Refusal([problems.runAborted({ detail })], exitCode.incomplete);

const byId = (cases: readonly CaseResult[]) => new Map(cases.map((one) => [one.id, one]));

const isSame = (one: CaseResult, other: CaseResult | undefined) =>
  other !== undefined &&
  (['digest', 'graders', 'passed', 'of', 'open'] as const).every((name) => one[name] === other[name]);

const verdictOf = (now: CaseResult | undefined) => {
  if (!now) return {};
  const { graders, passed, of, open, score } = now;
  return { graders, passed, of, open, score };
};

const sum = (cases: readonly CaseResult[]) => ({
  passed: cases.reduce((total, one) => total + one.passed, 0),
  of: cases.reduce((total, one) => total + one.of, 0),
});

function whyNot({ rows }: StoredResults, { isBroken, isWithoutPrompt }: Found): WhyNotRegraded {
  if (!rows) return 'run-gone';
  if (isBroken) return 'run-broken';
  return isWithoutPrompt ? 'prompt-gone' : 'answers-differ';
}
