import type { CheckHoldout, ReadHoldout } from '../domain/holdout.ts';
import type { Checked } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import { holdoutPath } from './holdout-path.ts';
import type { Frame } from './read-frame.ts';
import type { YamlSource } from './read-yaml.ts';

type HoldoutContext = {
  root: string;
  checkHoldout?: CheckHoldout | undefined;
  readHoldout?: ReadHoldout | undefined;
};

/**
 * The plain file that a suite's key `holdout` names (from the root, with `/`), and what is wrong with the holdout. Its
 * cases are not read; whoever opens it looks at it then.
 */
export async function findHoldout(
  { suite, holdout }: Frame,
  source: YamlSource,
  folder: string,
  { root, checkHoldout, readHoldout }: HoldoutContext,
): Promise<Checked<string>> {
  if (holdout === undefined) return { value: undefined, problems: [] };
  const place = source.at(['holdout']);
  const path = holdoutPath(holdout, { folder, root });
  if ('detail' in path)
    return { value: undefined, problems: [problems.holdoutPath({ holdout, detail: path.detail, place })] };
  const { file } = path;
  const found = readHoldout ? [] : ((await checkHoldout?.({ suite, file })) ?? []);
  return { value: file, problems: found.map((one) => ({ place, ...one })) };
}
