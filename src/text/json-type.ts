/** The JSON name of a value's type. Undefined is `nothing`: a key that is not there. */
export function jsonType(
  value: unknown,
): 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object' | 'nothing' {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'boolean' || type === 'number' || type === 'string' ? type : 'object';
}
