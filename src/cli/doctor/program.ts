import { doctorProblems } from '../../domain/doctor-problems.ts';
import { storeHints } from '../../store/store-hints.ts';
import { version } from '../version.ts';
import type { World } from '../world.ts';
import type { DoctorCheck, Finding } from './finding.ts';
import { found } from './found.ts';
import { requiredNode } from './required-node.ts';
import { sqliteInUse } from './sqlite-in-use.ts';

/** evals itself, Node, and the SQLite of the cache. */
export function program({ nodeVersion }: Pick<World, 'nodeVersion'>, sqlite = sqliteInUse): DoctorCheck {
  return {
    name: 'Program',
    run: async () => [
      found.good('version', `evals ${version}`),
      isOldEnough(nodeVersion)
        ? found.good('node', `Node ${nodeVersion} (evals needs ${requiredNode} or later)`)
        : found.problem(doctorProblems.nodeTooOld({ version: nodeVersion, least: requiredNode })),
      ofSqlite(await sqlite()),
    ],
  };
}

function isOldEnough(nodeVersion: string): boolean {
  const [major, minor] = nodeVersion.split('.').map(Number) as [number, number];
  const [least, leastMinor] = requiredNode.split('.').map(Number) as [number, number];
  return major > least || (major === least && minor >= leastMinor);
}

function ofSqlite(sqlite: Awaited<ReturnType<typeof sqliteInUse>>): Finding {
  if (!sqlite) return found.problem(doctorProblems.noSqlite({ hint: storeHints['no-driver'] }));
  const whose = sqlite === 'libsql' ? 'the package libsql' : 'Node’s own';
  return found.good('sqlite', `SQLite for the response cache: ${whose}`);
}
