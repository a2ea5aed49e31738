import { hmacSha256 } from '../text/hmac-sha256.ts';

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Cases in an order that is as good as drawn, and that nobody chose: by HMAC-SHA256 of their group (of their id, where
 * they stand alone) under `key`, those of a group side by side. It depends on names alone, not on where the cases stand.
 */
export function earlyOrder<T extends { id: string; group?: string | undefined }>(
  cases: readonly T[],
  key: string,
): T[] {
  const drawn = cases.map((one) => {
    const name = one.group === undefined ? `case ${one.id}` : `group ${one.group}`;
    return { one, place: hmacSha256(key, name) };
  });
  drawn.sort((a, b) => byCode(a.place, b.place) || byCode(a.one.id, b.one.id));
  return drawn.map(({ one }) => one);
}
