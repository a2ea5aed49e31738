import { splitIdentities } from '../store/holdout/split-identities.ts';
import { secretsIn } from '../text/secrets-in.ts';
import type { World } from './world.ts';

/** What a model is asked with is a secret by its use, so it may be shorter than what only a name tells of. */
const shortestNamed = 4;

/** Several keys may stand in one variable, and a text may hold one of them; in small letters it opens as much. */
const holdoutKeys = ({ EVALS_HOLDOUT_KEY: keys = '' }: World['env']) =>
  splitIdentities(keys).flatMap((key) => [key, key.toLowerCase(), key.toUpperCase()]);

/** The values that must never reach a file or the screen: those of the environment, and `named`, what models are asked with. */
export function secretsOf(env: World['env'], named: readonly string[] = []): string[] {
  const telling = [...holdoutKeys(env), ...named];
  return [...new Set([...secretsIn(env), ...telling.filter(({ length }) => length >= shortestNamed)])];
}
