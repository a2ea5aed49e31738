import { createHmac } from 'node:crypto';

/** `count` numbers of 32 bits that follow from a key and a purpose: HMAC-SHA256 of the purpose and a counter. */
export function keyedNumbers(key: string, purpose: string, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let at = 0; at < count; at += 8) {
    const block = createHmac('sha256', key)
      .update(`${purpose} ${at / 8}`)
      .digest();
    for (let word = at; word < Math.min(count, at + 8); word++)
      numbers[word] = block.readUInt32BE((word - at) * 4);
  }
  return numbers;
}
