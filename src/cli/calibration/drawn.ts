import { sha256 } from '../../text/sha256.ts';

/** Some of these ids, drawn by themselves: more ids change little, and the same draw asks again for the same. */
export function drawn(ids: readonly string[], count: number, salt: string): Set<string> {
  const ranked = ids.map((id) => ({ id, rank: sha256(`${salt} ${id}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return new Set(ranked.slice(0, count).map(({ id }) => id));
}
