import type { Fingerprints } from '../../domain/fingerprints.ts';
import { findLeaks } from './find-leaks.ts';
import type { Leak } from './leak.ts';

/** Of all texts behind the fingerprints the first that stands in another text: how, in which line, and which one. Undefined when none does. */
export function matches(
  fingerprints: Fingerprints,
  otherText: string,
  key: string,
): Omit<Leak, 'place'> | undefined {
  const [first] = findLeaks({ fingerprints, key }, [{ name: '', text: otherText }]);
  if (!first) return undefined;
  const { place: _, ...match } = first;
  return match;
}
