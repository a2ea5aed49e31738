import type { Audit } from '../../domain/audit.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import type { Suite } from '../../domain/suite.ts';
import { readAudit } from '../../store/read-audit.ts';
import { answersBefore } from '../answers-before.ts';
import { storedEvidence } from '../evidence/stored-evidence.ts';
import { findReadableRun } from '../find-readable-run.ts';
import { loadSuites } from '../load-suites.ts';
import { Refusal } from '../refusal.ts';
import { runRows } from '../run-rows.ts';
import type { World } from '../world.ts';
import { type Gathered, gatherItems } from './gather-items.ts';
import type { LabelItem } from './label-item.ts';
import type { LabelOptions } from './parse-label-options.ts';

/** What can be labelled of a run, and what an audit of it picked, where that is wanted. */
export type OpenQuestions = Gathered & { run: string; audit: Audit | undefined };

/** The project's root, and what takes secrets out of a text. */
type At = { root: string; redact(text: string): string };

/**
 * The outputs of a run that its suites ask a judge about, by the suites as they are today; with an audit those of the
 * baseline's runs too, as it picks from both sides. Warnings are not shown: they are for whoever asks models, and some
 * name the models. Throws a `Refusal` with everything that is wrong.
 */
export async function openQuestions(
  at: At,
  options: Pick<LabelOptions, 'run' | 'suite' | 'audit'>,
  world: World,
): Promise<OpenQuestions> {
  const run = await runOf(at.root, options.run);
  const audit = options.audit ? await auditOf(at.root, run.id) : undefined;
  const others = (audit?.runs ?? []).filter((id) => id !== run.id).map((id) => runOf(at.root, id));
  const runs = [run, ...(await Promise.all(others))];
  const wanted = options.suite ?? audit?.suite;
  const names = run.suites.map(({ name }) => name);
  if (wanted !== undefined && !names.includes(wanted))
    throw new Refusal([problems.unknownName({ kind: `suite in run ${run.id}`, name: wanted, names })]);
  const suites = await loadSuites(at.root, wanted === undefined ? names : [wanted], world);
  try {
    const all: Gathered[] = [];
    for (const one of runs) all.push(await ofRun(at, suites, one, world));
    return { ...merged(all), run: run.id, audit };
  } finally {
    await Promise.all(suites.map(({ cases }) => cases.close()));
  }
}

async function runOf(root: string, wanted: string | undefined): Promise<Run> {
  const { value, problems: found } = await findReadableRun(root, wanted, 'label');
  if (!value) throw new Refusal(found);
  return value;
}

async function auditOf(root: string, id: string): Promise<Audit> {
  const { value, problems: found } = await readAudit(root, id);
  if (!value) throw new Refusal(found.length > 0 ? found : [problems.auditMissing({ id })]);
  return value;
}

async function ofRun(
  { root, redact }: At,
  suites: readonly Suite[],
  run: Run,
  world: World,
): Promise<Gathered> {
  const { baselines } = await storedEvidence(root, run);
  const answers = answersBefore(root, baselines, redact);
  try {
    const rows = runRows(root, run.id, world)();
    return await gatherItems(suites, { run: run.id, rows, before: answers.before });
  } finally {
    answers.close();
  }
}

/** The same answer of two runs to the same question is one item. */
function merged(all: readonly Gathered[]): Gathered {
  const items = new Map<string, LabelItem>();
  for (const item of all.flatMap((one) => one.items))
    if (!items.has(item.label.id)) items.set(item.label.id, item);
  return { items: [...items.values()], changed: all.reduce((sum, one) => sum + one.changed, 0) };
}
