import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Case } from '../../domain/case.ts';
import type { Json } from '../../domain/json.ts';
import { problems } from '../../domain/problems.ts';
import type { Suite } from '../../domain/suite.ts';
import { findRoot } from '../../load/find-root.ts';
import { findSuites } from '../../load/find-suites.ts';
import { readFrame } from '../../load/read-frame.ts';
import type { SuiteFile } from '../../load/read-suite.ts';
import { readVars } from '../../load/read-vars.ts';
import { readsRowsOf } from '../../load/reads-rows-of.ts';
import { readAllCases } from '../cases/read-all-cases.ts';
import { loadSuites } from '../load-suites.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';
import type { AddOptions } from './parse-add-options.ts';

/** The suite to which cases are added, and the file to which they go. */
export type AddTarget = {
  suite: Suite;
  /** All cases that there are. */
  cases: Case[];
  /** The suite's own variables. */
  vars: Record<string, Json>;
  hasGraders: boolean;
  /** Absolute; what messages call it; as a `from:` line of the suite would. */
  path: string;
  file: string;
  from: string;
  /** The suite brings in its rows. */
  isRead: boolean;
};

/** Loads the one suite that is meant. Throws a `Refusal` where it is not sound. */
export async function openTarget({ suite: name, out }: AddOptions, world: World): Promise<AddTarget> {
  const { folder } = world;
  const root = await findRoot(folder);
  const file = await oneSuite(name, root, folder);
  const home = dirname(resolve(root, file.file));
  const path = out === undefined ? join(home, 'cases', `${file.name}.jsonl`) : resolve(folder, out);
  const slashes = (text: string) => text.replaceAll('\\', '/');
  const [suite] = await loadSuites(root, [name], world, existsSync(path) ? undefined : path);
  const { frame } = readFrame(file.source);
  const { value: vars = {} } = await readVars(
    { vars: frame.vars },
    { source: file.source, path: [] },
    { folder: home, inputName: undefined },
  );
  return {
    suite: suite!,
    cases: (await readAllCases(suite!)).map(({ one }) => one),
    vars,
    hasGraders: frame.graders.length > 0,
    path,
    file: slashes(relative(folder, path)),
    from: slashes(relative(home, path)),
    isRead: await readsRowsOf(file, path, root),
  };
}

async function oneSuite(name: string, root: string, folder: string): Promise<SuiteFile> {
  const { value = [], problems: found } = await findSuites([name], root, folder);
  if (found.length > 0) throw new Refusal(found);
  if (value.length > 1) throw new Refusal([problems.addOneSuite({ suites: value.map((one) => one.name) })]);
  return value[0]!;
}
