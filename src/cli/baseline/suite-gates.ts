import type { Gate } from '../../domain/gate.ts';
import { findSuites } from '../../load/find-suites.ts';
import { gateSchema } from '../../load/gate-schema.ts';
import { isMap } from '../../text/is-map.ts';

/** The gates of a project's suites as their files say them today, by the name of the suite; those that are sound. */
export async function suiteGates(root: string): Promise<Map<string, Gate>> {
  const { value: files = [] } = await findSuites([], root, root);
  return new Map(
    files.flatMap(({ name, source }): [string, Gate][] => {
      const { data } = gateSchema.safeParse((isMap(source.value) ? source.value.gate : undefined) ?? {});
      return data ? [[name, data]] : [];
    }),
  );
}
