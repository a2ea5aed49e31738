import type { ReadHoldout } from '../domain/holdout.ts';
import type { Model } from '../domain/model.ts';
import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { graders } from '../graders/index.ts';
import { findRoot } from '../load/find-root.ts';
import { inForce } from '../load/in-force.ts';
import { type Loaded, load } from '../load/load.ts';
import type { QuarantineEntry } from '../load/read-quarantine.ts';
import { modelsOf } from '../plan/models-of.ts';
import { type Plan, plan } from '../plan/plan.ts';
import { select } from '../plan/select.ts';
import { importModule } from '../providers/import-module.mjs';
import { providers } from '../providers/index.ts';
import { type PriceList, priceList } from '../providers/price-list.ts';
import { readJournal } from '../store/read-journal.ts';
import { describeSelection } from './describe-selection.ts';
import { findReadableRun } from './find-readable-run.ts';
import { holdoutChecker } from './holdout/holdout-checker.ts';
import { namedSecrets } from './named-secrets.ts';
import type { ParsedSelection } from './parse-selection.ts';
import { printProblems } from './print-problems.ts';
import { readDotEnv } from './read-dot-env.ts';
import { Refusal } from './refusal.ts';
import { secretsOf } from './secrets-of.ts';
import type { World } from './world.ts';

/** A project that is loaded and planned: nothing is wrong with it. */
export type Project = Loaded & {
  /** Entries that are in force today. */
  quarantine: QuarantineEntry[];
  root: string;
  /** What was selected; an earlier run is named by its id. */
  chosen: ParsedSelection;
  /** The environment with the `.env` beside the config under it. */
  env: World['env'];
  plan: Plan;
  prices(): Promise<PriceList>;
};

/**
 * Loads and plans what is selected; with the cases of holdouts in the place of the suites' own, where somebody lends them.
 * Prints warnings; throws a `Refusal` with all errors at once.
 */
export async function openProject(
  given: ParsedSelection & { without?: string },
  world: World,
  strictCoverage = false,
  lend?: (at: Pick<Project, 'root' | 'env'>) => ReadHoldout,
): Promise<Project> {
  const root = await findRoot(world.folder);
  const env = { ...(await readDotEnv(root)).values, ...world.env };
  world.hide?.(secretsOf(env));
  const earlier = given.earlier && (await readEarlier(root, given.earlier));
  const only = earlier?.only;
  const selection: ParsedSelection = earlier
    ? { ...given, earlier: { ...given.earlier!, run: earlier.id } }
    : given;
  const hasPrice = async (model: Model) =>
    (await priceList(providers, [model])).price(model, { input: 1000, output: 1000 }) !== null;
  const { suites, models, prompts, repeat, judge, seed, sample } = selection;
  const keep = (suite: string) => select({ ...selection, only }, suite);
  const readHoldout = lend?.({ root, env });
  const loaded = await load(
    {
      suites,
      models,
      prompts,
      repeat,
      judge,
      strictCoverage,
      keep,
      without: given.without,
      filter: toText(selection),
      readHoldout,
    },
    {
      root, from: world.folder, graders, providers, importModule, hasPrice, checkHoldout: holdoutChecker(root),
    }, // biome-ignore format: what never differs
  );
  const errors = loaded.problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) throw new Refusal(loaded.problems);
  const quarantine = inForce(loaded.value!.quarantine, world.clock.date());
  await printProblems([...loaded.problems, ...quarantine.problems], world);
  const planned = plan(
    loaded.value!.suites.filter((suite) => suite.cases.count > 0),
    { seed, sample },
  );
  world.hide?.(secretsOf(env, namedSecrets(planned, env)));
  let prices: Promise<PriceList> | undefined;
  const loadPrices = () => {
    prices ??= priceList(providers, modelsOf(planned));
    return prices;
  };
  const own = { root, chosen: selection, env, plan: planned, prices: loadPrices };
  return { ...loaded.value!, quarantine: quarantine.entries, ...own };
}

async function readEarlier(
  root: string,
  { run, statuses }: NonNullable<ParsedSelection['earlier']>,
): Promise<{ id: string; only: Map<string, Set<string>> }> {
  const found = await findReadableRun(root, run, 'again');
  if (!found.value) throw new Refusal(found.problems);
  const only = new Map<string, Set<string>>();
  for await (const row of readJournal(root, found.value.id)) {
    if (!(statuses as string[]).includes(row.status)) continue;
    if (!only.has(row.suite)) only.set(row.suite, new Set());
    only.get(row.suite)!.add(row.case);
  }
  const refusal: Problem = problems.nothingSelected({
    selection: `--${statuses[0]} ${found.value.id} (that run has none)`,
  });
  if (only.size === 0) throw new Refusal([refusal]);
  return { id: found.value.id, only };
}

/** The selection as a person would say it. */
function toText(selection: ParsedSelection): string | undefined {
  const { earlier, ...others } = describeSelection(selection);
  const flags = Object.entries(others).map(([name, value]) => {
    const flag = `--${name === 'notTag' ? 'not-tag' : name}`;
    return value === true
      ? flag
      : `${flag} ${Array.isArray(value) ? value.join(',') : JSON.stringify(value)}`;
  });
  if (earlier) flags.push(`--${selection.earlier!.statuses[0]} ${selection.earlier!.run}`);
  return flags.length > 0 ? flags.join(' ') : undefined;
}
