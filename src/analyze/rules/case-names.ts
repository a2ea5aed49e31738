const mostNamed = 5;

/** The first five of some cases, as a person reads them. */
export function caseNames(ids: readonly string[]): string {
  return ids.slice(0, mostNamed).join(', ') + (ids.length > mostNamed ? ', …' : '');
}
