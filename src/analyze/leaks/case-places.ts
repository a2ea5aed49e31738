import type { Case } from '../../domain/case.ts';
import { leafStrings } from '../../text/leaf-strings.ts';
import type { LeakPlace } from './leak.ts';

/** The inputs of a case as places where a hidden text may stand, each by itself. */
export function casePlaces({ id, vars }: Pick<Case, 'id' | 'vars'>): LeakPlace[] {
  const texts = Object.values(vars).flatMap(leafStrings);
  return texts.filter((text) => text.trim() !== '').map((text) => ({ name: id, text, isCase: true }));
}
