const telling = /KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|AUTH|COOKIE|SIGNATURE/i;

/** Whether a variable, a header or a parameter of this name holds what no text may show. */
export function isSecretName(name: string): boolean {
  return telling.test(name);
}
