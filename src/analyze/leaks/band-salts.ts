import { keyedNumbers } from '../../text/keyed-numbers.ts';

/** For 128 bands of 4 MinHash values under a key. */
export function bandSalts(key: string): Uint32Array {
  return keyedNumbers(key, 'bands', 512);
}
