import type { Place, Problem } from '../problem.ts';

/** Where it is, when it is in a file. */
export type At = { place?: Place };

const error = (code: string, message: string, hint: string | undefined, at?: At): Problem => ({
  code,
  severity: 'error',
  message,
  ...(hint ? { hint } : {}),
  ...(at?.place ? { place: at.place } : {}),
});
const list = (names: readonly string[]) => (names.length > 0 ? names.join(', ') : 'none');

/** How a problem is put together: a code, a sentence, what to do next. */
export const say = {
  error,
  warning: (code: string, message: string, hint: string | undefined, at?: At): Problem => ({
    ...error(code, message, hint, at),
    severity: 'warning',
  }),
  list,
  /** The hint for a name that is not there. */
  meant: (suggestion: string | undefined, names?: readonly string[]) =>
    suggestion ? `Did you mean "${suggestion}"?` : names ? `There are: ${list(names)}.` : undefined,
};
