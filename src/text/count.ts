/** A number of things in words: `1 case`, `1,234 cases`. `many` is given where it is not the word with an s. */
export function count(n: number, one: string, many = `${one}s`): string {
  const digits = String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits} ${n === 1 ? one : many}`;
}
