import type { Json } from '../../domain/json.ts';
import type { Run, RunArm } from '../../domain/run.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { isMap } from '../../text/is-map.ts';
import { truncate } from '../../text/truncate.ts';

type Arm = RunArm;

/** What is different about who is asked: in words, and by `armKey` which arms' rows do not hold any more. */
export type ArmChanges = { reasons: string[]; edited: ReadonlySet<string> };

/** Compares the arms of the suites that both runs have. Keys are made by `key`. */
export function armChanges(
  before: Run,
  now: Run,
  key: (row: { suite: string; arm: string }) => string,
): ArmChanges {
  const reasons: string[] = [];
  const edited = new Set<string>();
  for (const suite of now.suites) {
    const old = before.suites.find(({ name }) => name === suite.name);
    if (!old) continue;
    for (const arm of suite.arms) {
      const was = old.arms.find(({ id }) => id === arm.id);
      const found = was ? differences(was, arm) : [`"${arm.id}" is new in suite "${suite.name}"`];
      if (was && found.length > 0) edited.add(key({ suite: suite.name, arm: arm.id }));
      reasons.push(...found);
    }
    const ids = suite.arms.map(({ id }) => id);
    for (const { id } of old.arms.filter((arm) => !ids.includes(arm.id)))
      reasons.push(`"${id}" is not in suite "${suite.name}" any more`);
  }
  return { reasons: [...new Set(reasons)], edited };
}

/** Why the answers of an arm then say nothing of it now; empty when they do. */
function differences(was: Arm, is: Arm): string[] {
  const isEdited = was.promptDigest !== is.promptDigest;
  return [
    ...(isEdited ? [`the prompt ${is.prompt} was edited`] : []),
    ...parts(`model "${is.model}": `, { provider: was.provider, id: was.modelId }, { provider: is.provider, id: is.modelId }),
    ...parts(`settings of "${is.id}": `, was.settings, is.settings),
    ...parts(`model "${is.model}": `, was.options, is.options),
    ...parts(`model "${is.model}": `, { address: was.address ?? null }, { address: is.address ?? null }),
    ...files(`model "${is.model}": `, was.files, is.files),
    ...parts(`model "${is.model}": `, { fallback: was.fallback ?? [] }, { fallback: is.fallback ?? [] }),
  ]; // biome-ignore format: a table
}

/** `temperature 0 → 0.7`, for each key that differs. */
function parts(start: string, was: Json | undefined, is: Json | undefined): string[] {
  const [left, right] = [toMap(was), toMap(is)];
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return keys
    .filter((key) => canonicalJson(left[key]) !== canonicalJson(right[key]))
    .map((key) => `${start}${key} ${shown(left[key])} → ${shown(right[key])}`);
}

/** The digests say nothing to a person. */
function files(start: string, was: Arm['files'] = {}, is: Arm['files'] = {}): string[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((file) => was[file] !== is[file])
    .map((file) => `${start}${file} was edited`);
}

const toMap = (value: Json | undefined): Record<string, Json | undefined> =>
  isMap(value) ? (value as Record<string, Json>) : {};

const shown = (value: Json | undefined) =>
  value === undefined || value === null
    ? 'not set'
    : truncate(typeof value === 'string' ? value : JSON.stringify(value), 120);
