import type { HoldoutCase } from '../../domain/holdout.ts';

/**
 * The cases of all batches, with ids that are apart: whoever adds cases cannot see which ids are taken. The later one of two
 * is called `id (2)`, and its variants in the same batch go with it.
 */
export function apart(batches: readonly (readonly HoldoutCase[])[]): HoldoutCase[] {
  const taken = new Set<string>();
  return batches.flatMap((batch) => {
    const names = new Map(
      batch.map(({ id }) => {
        const name = free(id, taken);
        taken.add(name);
        return [id, name];
      }),
    );
    return batch.map((one) => {
      const parent = typeof one.parent === 'string' ? (names.get(one.parent) ?? one.parent) : undefined;
      return { ...one, id: names.get(one.id)!, ...(parent === undefined ? {} : { parent }) };
    });
  });
}

function free(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2, name = id; ; number++) {
    if (!taken.has(name)) return name;
    name = `${id} (${number})`;
  }
}
