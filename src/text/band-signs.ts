import { minHash } from './min-hash.ts';
import { mixed } from './mixed.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const rows = 4;

/**
 * A sketch of a set that tells how like another one it is and little else: a sign of 6 bits for each band of 4 MinHash
 * values, so a quarter as many signs as salts. Two sets agree in a sign where they agree in its four values (J⁴), or by
 * chance (1/64). So short a sign fits thousands of millions of likely members in fours, so none can be read out of it.
 */
export function bandSigns(set: Uint32Array, salts: Uint32Array): string {
  const values = minHash(set, salts);
  let signs = '';
  for (let band = 0; band + rows <= values.length; band += rows) {
    let hash = salts[band]!;
    for (const value of values.subarray(band, band + rows)) hash = mixed(hash ^ value);
    signs += alphabet[hash >>> 26];
  }
  return signs;
}
