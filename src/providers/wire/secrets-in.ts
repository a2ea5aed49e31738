const telling = /KEY|TOKEN|SECRET|PASSWORD|CREDENTIAL|AUTH/i;

/**
 * The values of environment variables whose names say that they are secret: a package may have read one that we
 * were never told of. Short ones are left out, since a word such as `true` would then vanish from every text.
 */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && value.length >= 8 && telling.test(name) ? [value] : [],
  );
}
