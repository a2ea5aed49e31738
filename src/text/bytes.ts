const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A size as a person reads it, in steps of 1,000: `840 bytes`, `12.4 MB`. */
export function bytes(size: number): string {
  let [value, unit] = [size, 0];
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const shown = unit === 0 || value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
  return `${shown} ${size === 1 ? 'byte' : units[unit]}`;
}
