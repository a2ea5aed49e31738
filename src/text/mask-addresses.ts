const address = /\b([a-z][a-z0-9+.-]*:\/\/)([^\s"'<>]*@)?([^\s"'<>?]*)(\?[^\s"'<>]*)?/gi;

/** The text with what may be secret in its addresses left out: user and password, and all that follows a question mark. */
export function maskAddresses(text: string): string {
  return text.replace(
    address,
    (_, scheme: string, user: string | undefined, rest: string, query: string | undefined) =>
      `${scheme}${user ? '[redacted]@' : ''}${rest}${query ? '?[redacted]' : ''}`,
  );
}
