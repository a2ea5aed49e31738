import { sha256 } from '../text/sha256.ts';

/** Names that are files as they stand on every system; anything else would be another file on one of them. */
const plain = /^[a-z0-9][a-z0-9._-]{0,99}(?<!\.)$/;
/** Devices on Windows, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

/**
 * The file of a suite's baseline, from the project's root, with `/`. Two suites never share one, also where capitals
 * count for nothing: a name that is no plain file name has the digest of its whole text behind a `~`.
 */
export function baselineFile(suite: string): string {
  return `evals/baselines/${plain.test(suite) && !device.test(suite) ? suite : marked(suite)}.json`;
}

function marked(suite: string): string {
  const letters = suite
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return `${letters.slice(0, 80)}~${sha256(suite, 10)}`;
}
