import { saidIn } from './said-in.ts';

/** What a body that no protocol explains was found to be: the error that it tells of, if it does. */
export function foundIn(body: string | undefined): string {
  const said = body?.includes('"error"') ? saidIn(body) : undefined;
  return said ? `an error inside: ${said}` : 'a body that does not fit its protocol';
}
