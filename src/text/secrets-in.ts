import { isSecretName } from './is-secret-name.ts';
import { secretsInAddress } from './secrets-in-address.ts';

/** A shorter value (`1`, `true`, `none`) would vanish from every text. */
const shortest = 8;

/**
 * The values of an environment that no text may show: those under a name that says so, and what addresses hold.
 * A package may have read one that we were never told of.
 */
export function secretsIn(env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.entries(env)
    .flatMap(([name, value = '']) => [
      ...(isSecretName(name) ? [value] : []),
      ...(value.includes('://') ? secretsInAddress(value) : []),
    ])
    .filter(({ length }) => length >= shortest);
}
