import { basename, dirname, posix } from 'node:path';
import { holdoutFiles } from '../../domain/holdout-files.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { findSuites } from '../../load/find-suites.ts';
import { readHoldoutFile } from '../../store/holdout/read-holdout-file.ts';
import { readDotEnv } from '../read-dot-env.ts';
import { Refusal } from '../refusal.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';
import { type ChosenHoldout, chooseHoldouts } from './choose-holdouts.ts';

/** A suite of which a holdout is to be made; `holdout` is what its key has to say, where it has none yet. */
export type FreeHoldout = ChosenHoldout & { holdout: string | undefined };

/** A suite whose holdout has no file yet, named or not. Throws a `Refusal` where there is one. */
export async function freeHoldout(name: string, world: World): Promise<FreeHoldout> {
  const chosen = await namedOrNew(name, world);
  const files = Object.values(chosen.files);
  const read = await Promise.all(files.map((file) => readHoldoutFile(chosen.root, file)));
  const found = read.flatMap((one) => ('problem' in one ? [one.problem] : []));
  if (found.length > 0) throw new Refusal(found);
  const there = files.filter((_, at) => !('isMissing' in read[at]!));
  if (there.length > 0) throw new Refusal([problems.holdoutExists({ suite: chosen.suite, file: there[0]! })]);
  return chosen;
}

async function namedOrNew(name: string, world: World): Promise<FreeHoldout> {
  const root = await findRoot(world.folder);
  const env = { ...(await readDotEnv(root)).values, ...world.env };
  world.hide?.(secretsOf(env));
  const { value = [], problems: found } = await findSuites([name], root, world.folder);
  const [suiteFile, second] = value;
  if (found.length > 0 || !suiteFile) throw new Refusal(found);
  if (second) throw new Refusal([problems.badFlag({ detail: 'one suite at a time can be split' })]);
  if ((suiteFile.source.value as { holdout?: unknown }).holdout !== undefined)
    return { ...(await chooseHoldouts([suiteFile.name], world))[0]!, holdout: undefined };
  const own = `${basename(suiteFile.file).replace(/(\.eval)?\.ya?ml$/, '')}.holdout.yaml`;
  const file = posix.join(dirname(suiteFile.file), own);
  const files = holdoutFiles(file);
  return { root, env, suiteFile, suite: suiteFile.name, file, files, holdout: `./${own}` };
}
