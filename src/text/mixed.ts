/**
 * The finaliser of MurmurHash3 (Appleby 2011): a bijection of 32-bit numbers after which each bit of the input has
 * changed each bit of the output about half of the time.
 */
export function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
