import { createHash } from 'node:crypto';

const hashed = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/**
 * The root (hex) of the Merkle tree over texts, in their order: leaves and nodes are hashed with a byte before them, so
 * that no node can pass for a leaf. Source: RFC 6962, section 2.1. Of no texts it is the hash of nothing.
 */
export function merkleRoot(texts: readonly string[]): string {
  if (texts.length === 0) return hashed().toString('hex');
  return rootOf(texts.map((text) => hashed(leafMark, Buffer.from(text)))).toString('hex');
}

/** The left half is the largest power of two below the number of leaves. */
function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!;
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return hashed(nodeMark, rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}
