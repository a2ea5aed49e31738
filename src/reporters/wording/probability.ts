/** A p or q as a person reads it: `= 0.043`, `< 0.001`. */
export function probability(p: number): string {
  if (p < 0.001) return '< 0.001';
  return `= ${Number(p.toPrecision(2))}`;
}
