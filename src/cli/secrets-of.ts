import type { World } from './world.ts';

const nameOfSecret = /KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIAL|AUTH/i;
/** Shorter values (`1`, `true`, `none`) would tear holes into every text; those that a model is asked with may be shorter. */
const shortest = 8;
const shortestNamed = 4;

/**
 * The values that must never reach a file or the screen: what the environment holds under a telling name or as the
 * password of an address, and `named`, what models are asked with.
 */
export function secretsOf(env: World['env'], named: readonly string[] = []): string[] {
  const told = Object.entries(env).flatMap(([name, value = '']) => [
    ...(nameOfSecret.test(name) ? [value] : []),
    /^\w+:\/\/[^\s:/@]*:([^\s/@]+)@/.exec(value)?.[1] ?? '',
  ]);
  const values = [
    ...told.filter(({ length }) => length >= shortest),
    ...named.filter(({ length }) => length >= shortestNamed),
  ];
  return [...new Set(values)].sort((a, b) => b.length - a.length);
}
