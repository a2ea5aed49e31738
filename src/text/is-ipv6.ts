/**
 * Whether a text is an IPv6 address (RFC 4291, 2.2): eight groups, or fewer with one `::`. It has to name three groups at least,
 * so that no time (`12:30:45`) and no `a::b` of a program is taken for one.
 */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length >= 3 && groups.length <= 7 : groups.length === 8;
}
