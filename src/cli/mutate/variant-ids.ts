import { sha256 } from '../../text/sha256.ts';

/** An id may have 200 characters. */
const longest = 160;

/** Gives out ids for variants: `<parent>/<kind>`, then with a number, and none that is taken. */
export function variantIds(taken: ReadonlySet<string>): (parent: string, kind: string) => string {
  const given = new Set<string>();
  return (parent, kind) => {
    const short =
      parent.length > longest ? `${[...parent].slice(0, 70).join('')}~${sha256(parent, 8)}` : parent;
    for (let number = 1; ; number++) {
      const id = `${short}/${kind}${number === 1 ? '' : `-${number}`}`;
      if (taken.has(id) || given.has(id)) continue;
      given.add(id);
      return id;
    }
  };
}
