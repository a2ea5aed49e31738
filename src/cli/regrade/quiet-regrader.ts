import { exitCode } from '../../domain/exit-code.ts';
import type { WhyNotRegraded } from '../../domain/regrading.ts';
import type { TrialRow } from '../../domain/trial-row.ts';
import { regradeRow } from '../../execute/regrade-row.ts';
import { openProject, type Project } from '../open-project.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import { type OpenGrading, openGrading } from './open-grading.ts';
import { otherwiseGraded } from './otherwise-graded.ts';
import { type RegradedResults, regradeResults, type StoredResults } from './regrade-results.ts';
import { storedTrial } from './stored-trial.ts';
import { type Today, today } from './today.ts';

/** Results that were graded again, and the rows of their run with the grades that they have now. */
export type QuietlyRegraded = RegradedResults & Pick<StoredResults, 'rows'>;

/** Grades stored results again for commands that ask nobody: by graders that need no judge. */
export type QuietRegrader = {
  /** Undefined where none of the cases (`among`) is graded otherwise today. `commit`: where its prompt may stand as it was. */
  regrade(
    stored: StoredResults,
    among: ReadonlySet<string>,
    commit: string | undefined,
  ): Promise<QuietlyRegraded | undefined>;
  close(): Promise<void>;
};

type Opened = { project: Project; grading: OpenGrading };

const nowhere = { write: () => {}, isTerminal: false, width: 100 };
const asksNobody = { offline: true, cache: 'off', isQuiet: true, allowed: {}, what: '' } as const;

/** Loads a suite when its first results come, and no other. `root` is absolute. */
export function quietRegrader(root: string, world: World, redact: (text: string) => string): QuietRegrader {
  const opened = new Map<string, Promise<Opened | undefined>>();
  const openOf = (suite: string) => {
    const known = opened.get(suite) ?? open(suite, root, world, redact);
    opened.set(suite, known);
    return known;
  };
  return {
    async regrade(stored, among, commit) {
      const { suite, arm } = stored;
      const own = await openOf(suite);
      if (!own) return notRegraded(stored, among.size, 'project-broken');
      const known = await today(root, own.project.plan.suites, [{ suite, arm, commit }]);
      const other = otherwiseGraded(stored.cases, known.cases.get(suite));
      const wanted = new Set([...among].filter((id) => other.has(id)));
      if (wanted.size === 0) return undefined;
      const asksJudge = own.project.suites.some(({ questions }) => questions.length > 0);
      if (asksJudge) return notRegraded(stored, wanted.size, 'asks-judge');
      const regraded = await regradeResults(stored, wanted, { ...own.grading.world, today: known });
      if (own.grading.end() !== undefined) throw new Refusal([], exitCode.interrupted);
      return { ...regraded, rows: stored.rows && (() => again(stored, wanted, own.grading, known)) };
    },
    async close() {
      for (const one of opened.values()) {
        const { project, grading } = (await one) ?? {};
        await grading?.close();
        await Promise.all((project?.suites ?? []).map(({ cases }) => cases.close()));
      }
    },
  };
}

async function open(
  suite: string,
  root: string,
  world: World,
  redact: (text: string) => string,
): Promise<Opened | undefined> {
  try {
    // What is wrong with the suite is no matter of this command: it says that the suite cannot be loaded.
    const project = await openProject({ suites: [suite], seed: 1 }, { ...world, folder: root, err: nowhere });
    const manner = { ...asksNobody, seed: 1, redact, baselines: new Map() };
    return { project, grading: await openGrading(project, [], manner, world) };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const nothing = { passed: 0, of: 0 };

const notRegraded = (
  { cases, run, rows }: StoredResults,
  left: number,
  why: WhyNotRegraded,
): QuietlyRegraded => ({
  ...{ cases, rows },
  regraded: { run, cases: 0, answers: 0, before: nothing, after: nothing, left, why },
});

/** The rows of the run, those of the wanted cases with new grades. */
async function* again(
  { rows, suite, arm }: StoredResults,
  wanted: ReadonlySet<string>,
  { world }: OpenGrading,
  known: Today,
): AsyncGenerator<TrialRow> {
  for await (const row of rows?.() ?? []) {
    const isWanted = row.suite === suite && row.arm === arm.id && wanted.has(row.case);
    const one = isWanted ? await storedTrial(row, known) : undefined;
    yield (one && (await regradeRow(one, world))) ?? row;
  }
}
