const parts = (text: string) => text.match(/\d+|\D+/g) ?? [];
const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function byPart(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return byCode(a, b);
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || byCode(left, right);
}

/** Compares names as people count: `case-2` before `case-10`. A total order that no locale changes. */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = byPart(left[i] as string, right[i] as string);
    if (order !== 0) return order;
  }
  return left.length - right.length || byCode(a, b);
}
