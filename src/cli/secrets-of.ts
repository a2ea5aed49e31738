import { secretsIn } from '../text/secrets-in.ts';
import type { World } from './world.ts';

/** What a model is asked with is a secret by its use, so it may be shorter than what only a name tells of. */
const shortestNamed = 4;

/** The values that must never reach a file or the screen: those of the environment, and `named`, what models are asked with. */
export function secretsOf(env: World['env'], named: readonly string[] = []): string[] {
  return [...new Set([...secretsIn(env), ...named.filter(({ length }) => length >= shortestNamed)])];
}
