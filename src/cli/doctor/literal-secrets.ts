import { isMap } from '../../text/is-map.ts';

const secretLike =
  /["']?([\w-]*(?:auth|cookie|key|token|secret|passw)[\w-]*)["']?\s*[:=]\s*["'`]?(?:Bearer |Basic )?([^\s"'`,}{]{4,})/gi;
const login = /:\/\/([^\s"'`@/]*)@/g;
/** A shorter header (`no-cache`) would tear holes into every text. */
const shortestHeader = 9;

/**
 * What may be secret in a config as it is written, although it should stand in the environment: values under a name
 * that says so, logins in addresses, headers. The text is searched, as a config that cannot be read is quoted by what
 * is said of it.
 */
export function literalSecrets(text: string, config: unknown): string[] {
  const named = [...text.matchAll(secretLike)]
    .filter(([, name, value]) => !/keyfrom/i.test(name!) && !value!.startsWith('$'))
    .map(([, , value]) => value!);
  const logins = [...text.matchAll(login)].flatMap(([, both]) => [both!, ...both!.split(':')]);
  return [...named, ...logins.filter(({ length }) => length >= 4), ...headersIn(config)];
}

function headersIn(config: unknown): string[] {
  if (!isMap(config)) return [];
  return [config.models, config.judges]
    .flatMap((entries) => (isMap(entries) ? Object.values(entries) : []))
    .flatMap((entry) => (isMap(entry) && isMap(entry.headers) ? Object.values(entry.headers) : []))
    .filter((value): value is string => typeof value === 'string' && value.length >= shortestHeader)
    .filter((value) => !value.includes('${env:'));
}
