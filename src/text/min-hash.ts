import { mixed } from './mixed.ts';

/**
 * As many numbers as there are salts, of which two sets share, on average, the share that is their Jaccard index: under
 * the order of all numbers that each salt makes, the first one of the set. The standard error of the share is
 * √(J (1 - J) / salts). Of an empty set all are 2³² - 1.
 * Source: Broder 1997; Broder, Charikar, Frieze, Mitzenmacher 1998.
 */
export function minHash(set: Uint32Array, salts: Uint32Array): Uint32Array {
  return salts.map((salt) => {
    let smallest = 0xffffffff;
    for (let at = 0; at < set.length; at++) {
      const value = mixed(set[at]! ^ salt);
      if (value < smallest) smallest = value;
    }
    return smallest;
  });
}
