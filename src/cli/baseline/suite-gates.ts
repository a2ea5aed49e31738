import type { Gate } from '../../domain/gate.ts';
import { findSuites } from '../../load/find-suites.ts';
import { gateSchema } from '../../load/gate-schema.ts';
import { suiteGate } from '../../load/suite-gate.ts';
import { isMap } from '../../text/is-map.ts';

/** The gates of a project's suites as their files say them today, by the name of the suite; those that are sound. */
export async function suiteGates(root: string): Promise<Map<string, Gate>> {
  const { value: files = [] } = await findSuites([], root, root);
  return new Map(
    files.flatMap(({ name, source }): [string, Gate][] => {
      const written = isMap(source.value) ? source.value.gate : undefined;
      if (written === undefined) return [[name, suiteGate(undefined)]];
      const { data } = gateSchema.safeParse(written);
      return data ? [[name, data]] : [];
    }),
  );
}
