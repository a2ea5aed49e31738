import { problems } from '../../domain/problems.ts';
import { findSuites } from '../../load/find-suites.ts';
import type { SuiteFile } from '../../load/read-suite.ts';
import { Refusal } from '../refusal.ts';

/** The suite of this name, file or glob. Throws a `Refusal` where there is none, or several. */
export async function oneSuite(given: string, root: string, from: string): Promise<SuiteFile> {
  const { value = [], problems: found } = await findSuites([given], root, from);
  if (found.length > 0) throw new Refusal(found);
  if (value.length > 1)
    throw new Refusal([problems.mutateOneSuite({ suites: value.map(({ name }) => name) })]);
  return value[0]!;
}
