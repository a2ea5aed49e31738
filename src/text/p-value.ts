/** A p as it is printed after a name: `= .007`, `= .4`, `= 1`, `< .001`. */
export function pValue(p: number): string {
  if (p < 0.001) return '< .001';
  if (p >= 0.995) return p === 1 ? '= 1' : '> .99';
  return `= ${p.toFixed(p < 0.01 ? 3 : 2).slice(1)}`;
}
