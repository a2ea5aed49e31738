import type { HoldoutLock, Sealed } from '../../domain/holdout.ts';
import { holdoutDigest } from '../../domain/holdout-digest.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { toJson } from '../../text/to-json.ts';

/**
 * The text of a holdout's lock, made for git: a leaf, a fingerprint, a record a line, sorted where there is no order in
 * time, and the same bytes for the same lock.
 */
export function printHoldoutLock(lock: HoldoutLock): string {
  const { suite, kind, cases, root, leaves, canary, sealed, records } = lock;
  const members = [
    ['schemaVersion', '1'],
    ['suite', toJson(suite)],
    ['kind', toJson(kind)],
    ['cases', String(cases)],
    ['root', toJson(root)],
    ['canary', toJson(canary)],
    ...(sealed ? [['sealed', indented(toSealed(sealed))]] : []),
    ['leaves', toLeaves(leaves)],
    ['records', toList(records.map(inOrder))],
    ['digest', toJson(holdoutDigest(lock))],
  ];
  return `{\n${members.map(([name, text]) => `  "${name}": ${text}`).join(',\n')}\n}\n`;
}

function toSealed({ set, recipients, file, key, fingerprints, settings }: Sealed): string {
  const { version, texts } = fingerprints;
  const marks = `{\n    "version": ${version},\n    "texts": ${indented(toList(texts.map(inOrder)))}\n  }`;
  const members = [
    ['set', toJson(set)],
    ['recipients', toList(recipients.map(toJson))],
    ['file', toJson(file)],
    ['key', toJson(key)],
    ['settings', inOrder(settings)],
    ['fingerprints', marks],
  ];
  return `{\n${members.map(([name, text]) => `  "${name}": ${text}`).join(',\n')}\n}`;
}

function toLeaves(leaves: HoldoutLock['leaves']): string {
  if (Array.isArray(leaves)) return toList(leaves.map(toJson));
  const rows = Object.entries(leaves).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{\n${rows.map(([id, leaf]) => `    ${toJson(id)}: ${toJson(leaf)}`).join(',\n')}\n  }`;
}

const toList = (rows: readonly string[]) =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${row}`).join(',\n')}\n  ]`;
const indented = (text: string) => text.replaceAll('\n', '\n  ');
/** In one line, its keys in order. */
const inOrder = (value: unknown) => toJson(JSON.parse(canonicalJson(value)));
