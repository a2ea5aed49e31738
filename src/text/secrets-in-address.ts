import { isSecretName } from './is-secret-name.ts';

const password = /^[\w+.-]+:\/\/[^\s:/@]*:([^\s/@]+)@/;
const parameter = /[?&;]([^=&#\s]+)=([^&#\s]+)/g;

/** What an address holds that no text may show: its password, and the parameters under a name that says so; as they stand there, and decoded. */
export function secretsInAddress(address: string): string[] {
  const found = [
    password.exec(address)?.[1] ?? '',
    ...[...address.matchAll(parameter)]
      .filter(([, name]) => isSecretName(name!))
      .map(([, , value]) => value!),
  ].filter(Boolean);
  return [...new Set(found.flatMap((value) => [value, decoded(value)]))];
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
