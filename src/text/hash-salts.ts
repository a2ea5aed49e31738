import { mixed } from './mixed.ts';

/** `count` numbers of 32 bits that look random; the same ones each time. */
export function hashSalts(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, index) => mixed(Math.imul(index + 1, 0x9e3779b9)));
}
