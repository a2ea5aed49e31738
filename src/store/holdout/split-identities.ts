/** The secret age keys in a text: one, or several between white space, with the comments that age writes around them. */
export function splitIdentities(text: string): string[] {
  const lines = text.split(/\r?\n/).filter((line) => !line.trim().startsWith('#'));
  return lines.flatMap((line) => line.split(/[\s,]+/)).filter((word) => word !== '');
}
