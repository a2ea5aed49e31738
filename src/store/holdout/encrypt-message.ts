/** An age message to all of the recipients (public keys, `age1…`), in its armour. Rejects for a recipient that is none. */
export async function encryptMessage(text: string, recipients: readonly string[]): Promise<string> {
  const { armor, Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(text));
}
