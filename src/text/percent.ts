/**
 * A share (0..1) as a person reads it: `91.2 %`. A share that is neither 0 nor 1 is never rounded to
 * `0 %` or `100 %`: one failing case of ten thousand stays visible.
 */
export function percent(share: number, digits = 1): string {
  if (share === 0 || share === 1) return `${share * 100} %`;
  const step = 10 ** -digits;
  const shown = Math.min(
    Math.max(share * 100, share > 0 ? step : share * 100),
    share < 1 ? 100 - step : share * 100,
  );
  return `${shown.toFixed(digits)} %`;
}
