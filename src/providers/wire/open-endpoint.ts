import { failures } from '../../domain/failures.ts';
import type { Model } from '../../domain/model.ts';
import type { ProviderWorld } from '../../domain/provider.ts';
import { type Connection, openConnection } from './connection.ts';
import type { Endpoint } from './resolve-endpoint.ts';
import { WireFailure } from './wire-failure.ts';

type Resolved = { endpoint: Endpoint; problems: string[] };

/** Opens the connections to a resolved endpoint. Throws a readable error when offline, or for its first problem. */
export async function openEndpoint(
  model: Model,
  world: ProviderWorld,
  { endpoint, problems }: Resolved,
): Promise<Connection> {
  if (world.offline) throw new WireFailure(failures.offline({ model: model.name }));
  if (problems.length > 0) throw new Error(problems[0]);
  return openConnection({
    provider: model.provider,
    key: endpoint.key?.name,
    secrets: endpoint.secrets,
    timeouts: world.limits.timeouts,
    env: world.env,
    clock: world.clock,
    onRates: world.onRates,
  });
}
