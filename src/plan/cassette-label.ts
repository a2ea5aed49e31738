import type { CassetteLabel } from '../domain/cassette.ts';
import type { Request } from '../domain/request.ts';

/** The label of a request to a model; `model` is its name. */
export function cassetteLabel(model: string, { suite, case: one, prompt, repeat }: Request): CassetteLabel {
  return { suite, case: one.id, ...(prompt === undefined ? {} : { prompt }), model, repeat };
}
