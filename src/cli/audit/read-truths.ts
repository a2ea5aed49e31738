import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { labelScale } from '../../analyze/calibration/label-scale.ts';
import { personsVerdict } from '../../analyze/calibration/persons-verdict.ts';
import type { Audit } from '../../domain/audit.ts';
import { readLabelLines } from '../../load/read-label-lines.ts';
import { labelPath } from '../../store/label-path.ts';
import { sha256 } from '../../text/sha256.ts';
import { groupLabels } from '../calibration/group-labels.ts';
import type { LabelledOutput } from '../calibration/labelled-output.ts';
import { matchChecks } from '../calibration/match-checks.ts';
import { scaleOf } from '../calibration/scale-of.ts';
import { loadSuites } from '../load-suites.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** What persons say of the picked items. */
export type Truths = {
  /** From the project's root; SHA-256 (hex, first 16) of the file. */
  file: string;
  digest: string;
  /** Whether the check passes the item by them; undefined without a label that counts. */
  of(item: string): boolean | undefined;
};

/**
 * Reads the labels of what an audit picked: whoever gave them, and for whatever they were given. Undefined where there are
 * none yet. `given` is a path from where the command was called. Throws a `Refusal` with everything that is wrong.
 */
export async function readTruths(
  root: string,
  { suite, check, picks }: Audit,
  given: string | undefined,
  world: World,
): Promise<Truths | undefined> {
  const path = given === undefined ? join(root, labelPath({ suite, check })) : resolve(world.folder, given);
  const name = relative(world.folder, path).replaceAll('\\', '/');
  const { value, problems: found } = await readLabelLines(world.folder, name, { suite, check });
  if (given === undefined && found.some(({ code }) => code === 'labels-missing')) return undefined;
  if (!value || found.some(({ severity }) => severity === 'error')) throw new Refusal(found);
  const groups = groupLabels(value.filter(({ label }) => Object.hasOwn(picks, label.id)));
  if (groups.length === 0) return undefined;
  await printProblems(found, world);
  const suites = await loadSuites(root, [suite], { folder: root });
  try {
    const planned = suites.map((one) => ({ suite: one, arms: [] }));
    const matched = await matchChecks(groups, planned);
    if (matched.problems.length > 0) throw new Refusal(matched.problems);
    const truths = new Map(matched.value!.map((one) => [one.group.id, truthOf(one)]));
    const file = relative(root, path).replaceAll('\\', '/');
    return { file, digest: sha256(await readFile(path, 'utf8'), 16), of: (item) => truths.get(item) };
  } finally {
    await Promise.all(suites.map(({ cases }) => cases.close()));
  }
}

/** A case under a `not` passes where the check fails. */
function truthOf({ group, check, isTurned }: LabelledOutput): boolean | undefined {
  const votes = group.lines.map(({ label: { rater, label } }) => ({ rater, label }));
  const { truth } = personsVerdict(votes, labelScale(scaleOf(check)));
  return truth === null ? undefined : truth !== isTurned;
}
