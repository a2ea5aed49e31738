/** A secret age key, and the public key to which others seal for it. */
export type KeyPair = { identity: string; recipient: string };

/** Makes a key pair (X25519) of the system's randomness. */
export async function newKeyPair(): Promise<KeyPair> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}
