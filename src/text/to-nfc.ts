/** The JSON value with every string in it, names of members too, in composed form (NFC). */
export function toNfc<T>(value: T): T {
  return compose(value) as T;
}

function compose(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(compose);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name.normalize('NFC'), compose(one)]),
  );
}
