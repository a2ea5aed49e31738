import { type TokenBucket, tokenBucket } from './token-bucket.ts';

/**
 * A bucket of which no minute gets more than `perMinute` (above 0): it holds what comes in a second, or one, and is
 * filled a little slower for it.
 */
export function minuteBucket(perMinute: number): TokenBucket {
  const size = Math.max(1, perMinute / 60);
  return tokenBucket((perMinute - (size - 1)) / 60, size);
}
