import { dirname, resolve } from 'node:path';
import type { Holdout, HoldoutFiles } from '../../domain/holdout.ts';
import { holdoutFiles } from '../../domain/holdout-files.ts';
import { problems } from '../../domain/problems.ts';
import { findRoot } from '../../load/find-root.ts';
import { findSuites } from '../../load/find-suites.ts';
import { holdoutPath } from '../../load/holdout-path.ts';
import type { SuiteFile } from '../../load/read-suite.ts';
import { readDotEnv } from '../read-dot-env.ts';
import { Refusal } from '../refusal.ts';
import { secretsOf } from '../secrets-of.ts';
import type { World } from '../world.ts';

/** A suite with a holdout that a command is about. */
export type ChosenHoldout = Holdout & {
  root: string;
  /** The environment with the `.env` beside the config under it. */
  env: World['env'];
  suiteFile: SuiteFile;
  files: HoldoutFiles;
};

/**
 * The holdouts of the suites that are named (all that have one, where none is), by the suite files alone: none of their
 * cases is read. Hides the secrets of the environment. Throws `Refusal`.
 */
export async function chooseHoldouts(names: readonly string[], world: World): Promise<ChosenHoldout[]> {
  const root = await findRoot(world.folder);
  const env = { ...(await readDotEnv(root)).values, ...world.env };
  world.hide?.(secretsOf(env));
  const { value = [], problems: found } = await findSuites(names, root, world.folder);
  const errors = found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Refusal(errors);
  const chosen = value.map((suiteFile) => ({ suiteFile, holdout: keyOf(suiteFile) }));
  const held = chosen.flatMap(({ suiteFile, holdout }) =>
    holdout === undefined ? [] : [toChosen(suiteFile, holdout, { root, env })],
  );
  const lacking = chosen.filter(({ holdout }) => holdout === undefined);
  if (names.length > 0 && lacking.length > 0)
    throw new Refusal(
      lacking.map(({ suiteFile: { name, source } }) =>
        problems.noHoldout({ suite: name, place: source.at(['suite']) }),
      ),
    );
  return held;
}

function keyOf({ source }: SuiteFile): string | undefined {
  const { holdout } = source.value as { holdout?: unknown };
  return typeof holdout === 'string' ? holdout : undefined;
}

function toChosen(
  suiteFile: SuiteFile,
  holdout: string,
  at: Pick<ChosenHoldout, 'root' | 'env'>,
): ChosenHoldout {
  const folder = dirname(resolve(at.root, suiteFile.file));
  const path = holdoutPath(holdout, { folder, root: at.root });
  if ('file' in path)
    return { ...at, suiteFile, suite: suiteFile.name, file: path.file, files: holdoutFiles(path.file) };
  const place = suiteFile.source.at(['holdout']);
  throw new Refusal([problems.holdoutPath({ holdout, detail: path.detail, place })]);
}
