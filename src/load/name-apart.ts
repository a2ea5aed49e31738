/** Two graders of one name become `contains` and `contains 2`. */
export function nameApart<T extends { name: string }>(checks: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return checks.map((check) => {
    const count = (seen.get(check.name) ?? 0) + 1;
    seen.set(check.name, count);
    return count === 1 ? check : { ...check, name: `${check.name} ${count}` };
  });
}
