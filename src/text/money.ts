/** US dollars as a person reads them: `$12.35`, `$0.21`, and below a cent three significant digits: `$0.00213`. */
export function money(usd: number): string {
  if (usd === 0) return '$0';
  if (usd >= 0.01) return `$${usd.toFixed(2)}`;
  const places = Math.min(12, 2 - Math.floor(Math.log10(usd)));
  return `$${usd.toFixed(places).replace(/0+$/, '').replace(/\.$/, '')}`;
}
