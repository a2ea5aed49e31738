import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import type { Json } from '../domain/json.ts';
import type { Model } from '../domain/model.ts';
import type { RunArm } from '../domain/run.ts';
import { providers } from '../providers/index.ts';
import type { Project } from './open-project.ts';

/** What decides, beside a model's id and settings, who answers. */
export type ModelStanding = Pick<RunArm, 'options' | 'fallback' | 'address' | 'files'>;

/** As the run's header keeps it; what there is none of is left out. Reads the files that the model is made of. */
export async function modelStanding(
  model: Model,
  around: Pick<Project, 'root' | 'env'>,
): Promise<ModelStanding> {
  const { options, fallback = [] } = model;
  const provider = providers.get(model.provider);
  const address = options.baseUrl === undefined ? provider?.address?.(model, around.env) : undefined;
  const files = await digests(provider?.files?.(model) ?? [], around.root);
  const others: Json[] = [];
  for (const other of fallback) {
    const { name, provider: by, id, settings } = other;
    others.push({
      model: name,
      provider: by,
      modelId: id,
      settings,
      ...(await modelStanding(other, around)),
    } as Json);
  }
  return {
    ...(Object.keys(options).length > 0 ? { options: withoutLogin(options) as Json } : {}),
    ...(others.length > 0 ? { fallback: others } : {}),
    ...(address === undefined ? {} : { address: withoutLogin(address) as string }),
    ...(files.length > 0 ? { files: Object.fromEntries(files) } : {}),
  };
}

/** `https://user:password@host` is an address with a secret in it. */
function withoutLogin(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replace(/\/\/[^/@\s"]+@/g, '//'));
}

async function digests(names: readonly string[], root: string): Promise<[string, string][]> {
  const all = await Promise.all(names.map(async (name) => [name, await digestOf(resolve(root, name))]));
  return all.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

/** Undefined for what cannot be read, or is no file: the provider itself says what it needs. */
async function digestOf(file: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
    return hash.digest('hex').slice(0, 16);
  } catch {
    return undefined;
  }
}
