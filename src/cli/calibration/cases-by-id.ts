import type { Case } from '../../domain/case.ts';
import type { Suite } from '../../domain/suite.ts';

/** The cases of a suite that have one of these ids. Goes through the suite until all are found. */
export async function casesById(
  { cases }: Pick<Suite, 'cases'>,
  ids: ReadonlySet<string>,
): Promise<Map<string, Case>> {
  const found = new Map<string, Case>();
  for (let index = 0; index < cases.count && found.size < ids.size; index++) {
    const one = await cases.read(index);
    if (ids.has(one.id)) found.set(one.id, one);
  }
  return found;
}
