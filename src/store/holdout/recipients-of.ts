/** The public keys of secret age keys, in order; undefined when one of them is no such key. */
export async function recipientsOf(identities: readonly string[]): Promise<string[] | undefined> {
  const { identityToRecipient } = await import('age-encryption');
  try {
    return await Promise.all(identities.map((one) => identityToRecipient(one)));
  } catch {
    return undefined;
  }
}
