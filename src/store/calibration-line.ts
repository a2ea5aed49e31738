/**
 * The line (from 1) of a calibration file's text where a part of its value stands; 1 where it is not found. Each field
 * and each item has a line of its own.
 */
export function calibrationLine(
  text: string,
  calibrations: readonly { digest?: unknown; items?: unknown }[],
  [, at, name, index]: readonly PropertyKey[],
): number {
  const lines = text.split('\n');
  const one = typeof at === 'number' ? calibrations[at] : undefined;
  if (!one) return 1;
  const heads = lines.flatMap((line, number) => (line === '    {' ? [number] : []));
  const start = heads[at as number] ?? 0;
  const item = Array.isArray(one.items) && typeof index === 'number' ? one.items[index] : undefined;
  const part = item ? `"id":${JSON.stringify(item.id)},` : `"${String(name ?? 'digest')}":`;
  const found = lines.findIndex((line, number) => number >= start && line.includes(part));
  return Math.max(0, found) + 1;
}
