/** What an age message says, or why it cannot be told; `damaged` is what age's own check says of one that was changed. */
export type DecryptedMessage = { text: string } | { fault: 'damaged' | 'not-for-this-key' | 'no-key' };

/** Opens an age message in its armour with secret keys. Never rejects, and no message of an error gets out. */
export async function decryptMessage(
  message: string,
  identities: readonly string[],
): Promise<DecryptedMessage> {
  const { armor, Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    return { fault: 'no-key' };
  }
  try {
    return { text: await decrypter.decrypt(armor.decode(message), 'text') };
  } catch (error) {
    const isOthers = error instanceof Error && error.message.startsWith('no identity matched');
    return { fault: isOthers ? 'not-for-this-key' : 'damaged' };
  }
}
