import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';

/**
 * The bytes without the compression that `content-encoding` names; undefined when it is unknown, broken, or would
 * give more than `limit` bytes. We ask for none, yet some gateways compress all the same.
 */
export function inflate(bytes: Buffer, encoding: string | undefined, limit: number): Buffer | undefined {
  const options = { maxOutputLength: limit };
  try {
    switch (encoding?.toLowerCase() ?? '') {
      case '':
      case 'identity':
        return bytes;
      case 'gzip':
      case 'x-gzip':
        return gunzipSync(bytes, options);
      case 'deflate':
        return inflateSync(bytes, options);
      case 'br':
        return brotliDecompressSync(bytes, options);
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
