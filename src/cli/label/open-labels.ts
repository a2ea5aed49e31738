import { join, relative, resolve } from 'node:path';
import type { Label } from '../../domain/label.ts';
import { problems } from '../../domain/problems.ts';
import { readLabels } from '../../load/read-labels.ts';
import { labelPath } from '../../store/label-path.ts';
import { mendLabels } from '../../store/mend-labels.ts';
import { messageOf } from '../../text/message-of.ts';
import { printProblems } from '../print-problems.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** A labels file that can be gone on with. */
export type OpenLabels = {
  /** Absolute. */
  path: string;
  /** From where the command was called, with `/`: what messages call it. */
  file: string;
  /** What it holds of the check, in the order of its lines; read anew at each call. */
  read(): Promise<Label[]>;
};

/**
 * Finds the labels file of a check: `given` is a path from where the command was called. Takes out what a crash has left
 * of a line. Throws a `Refusal` with everything that is wrong in it: nothing is added to a file that nobody can read.
 */
export async function openLabels(
  root: string,
  of: { suite: string; check: string },
  given: string | undefined,
  world: World,
): Promise<OpenLabels> {
  const { folder } = world;
  const path = given === undefined ? join(root, labelPath(of)) : resolve(folder, given);
  const file = relative(folder, path).replaceAll('\\', '/');
  if (mend(path, file) > 0) await printProblems([problems.labelsMended({ file })], world);
  const first = await readLabels(folder, file, of);
  const found = first.problems.filter(({ code }) => code !== 'labels-missing');
  if (found.some(({ severity }) => severity === 'error')) throw new Refusal(found);
  await printProblems(found, world);
  const isOf = ({ suite, check }: Label) => suite === of.suite && check === of.check;
  return { path, file, read: async () => ((await readLabels(folder, file, of)).value ?? []).filter(isOf) };
}

function mend(path: string, file: string): number {
  try {
    return mendLabels(path);
  } catch (error) {
    throw new Refusal([problems.labelsNotWritten({ file, detail: messageOf(error) })]);
  }
}
