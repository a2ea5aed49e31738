import type { Problem } from '../domain/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Config } from '../load/read-config.ts';

/** What the config sets and this version does not act on: said, so that nobody believes a thing guarded that is not. */
export function notKeptYet({ limits, models, file }: Pick<Config, 'limits' | 'models' | 'file'>): Problem[] {
  const paces = Object.entries(limits).flatMap(([provider, own]) =>
    (['requestsPerMinute', 'tokensPerMinute'] as const)
      .filter((key) => own[key] !== undefined)
      .map((key) => `limits.${provider}.${key}`),
  );
  const fallbacks = Object.entries(models)
    .filter(([, model]) => model.fallback !== undefined)
    .map(([name]) => `models.${name}.fallback`);
  const keys = [...paces, ...fallbacks];
  return keys.length > 0 ? [problems.notKeptYet({ where: file, keys })] : [];
}
