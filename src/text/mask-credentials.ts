const named =
  /((?:key|token|secret|password|passwd|passphrase|credentials?|authorization|auth|cookie)["']?\s*[:=]\s*["']?(?:Bearer |Basic )?)(?=[^\s"',;&}]*\d)(?!\$\{)([^\s"',;&}]{8,})/gi;
const inAddress = /(\w:\/\/[^\s:/@]*:)([^\s/@]+)(?=@)/g;

/**
 * A line that somebody wrote, with a star for each character of what looks like a key: a word with a digit after a name
 * such as `api-key:` or `token=`, and the password of an address. It keeps its length, so that a caret below still fits.
 */
export function maskCredentials(line: string): string {
  const stars = (_: string, before: string, value: string) => before + '*'.repeat(value.length);
  return line.replace(named, stars).replace(inAddress, stars);
}
