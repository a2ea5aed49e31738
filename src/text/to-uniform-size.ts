/** Bytes of the smallest size. */
const least = 8192;

/** A JSON text with spaces behind it, up to the next power of two of bytes, at least 8,192: its size tells little. */
export function toUniformSize(json: string): string {
  const bytes = Buffer.byteLength(json);
  let size = least;
  while (size < bytes) size *= 2;
  return json + ' '.repeat(size - bytes);
}
