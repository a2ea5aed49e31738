import type { World } from './world.ts';

const nameOfSecret = /KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|AUTH/i;
/** Shorter values (`1`, `true`, `none`) would tear holes into every text. */
const shortest = 8;

/** The values that must never reach a file or the screen: what the environment holds under a telling name. */
export function secretsOf(env: World['env']): string[] {
  const values = Object.entries(env).filter(
    ([name, value]) => nameOfSecret.test(name) && (value?.length ?? 0) >= shortest,
  );
  return [...new Set(values.map(([, value]) => value!))].sort((a, b) => b.length - a.length);
}
