/** A share 0..1 as percent with one decimal, never rounded up to 100. */
export function toPercent(share: number): string {
  const percent = Math.floor(share * 1000 + 1e-9) / 10;
  return `${percent} %`;
}
