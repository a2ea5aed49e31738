const telling = /KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|AUTH/i;
const passwordInAddress = /^\w+:\/\/[^\s:/@]*:([^\s/@]+)@/;
/** A shorter value (`1`, `true`, `none`) would vanish from every text. */
const shortest = 8;

/**
 * The values of an environment that no text may show: those under a name that says so, and the passwords of addresses.
 * A package may have read one that we were never told of.
 */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(env)
    .flatMap(([name, value = '']) => [
      ...(telling.test(name) ? [value] : []),
      passwordInAddress.exec(value)?.[1] ?? '',
    ])
    .filter(({ length }) => length >= shortest);
}
