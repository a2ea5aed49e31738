/**
 * A difference of shares (−1..1) in points as a person reads it: `+7.1`, `−15.8`, `0.0`, with a real minus. What is
 * not nothing keeps its sign when it is rounded to nothing: `−0.0`.
 */
export function points(difference: number, digits = 1): string {
  if (difference === 0) return (0).toFixed(digits);
  return `${difference < 0 ? '−' : '+'}${Math.abs(difference * 100).toFixed(digits)}`;
}
