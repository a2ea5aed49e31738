import { sha256 } from './sha256.ts';

/** Names that are files as they stand on every system; anything else would be another file on one of them. */
const plain = /^[a-z0-9][a-z0-9._-]{0,99}(?<!\.)$/;
/** Devices on Windows, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/**
 * A name of ours as the beginning of a file's name. Two names never share one, also where capitals count for nothing:
 * a name that is no plain file name has the digest of its whole text behind a `~`.
 */
export function fileStem(name: string): string {
  return plain.test(name) && !device.test(name) ? name : marked(name);
}

function marked(name: string): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `${letters.slice(0, 80)}~${sha256(name, 10)}`;
}
