import type { Look } from '../../domain/look.ts';
import { lookMac } from './look-mac.ts';

/** The line of a look, without its end; `key` of a sealed set vouches for it. */
export function printLook(look: Omit<Look, 'mac'>, key: string | undefined): string {
  const { schemaVersion, n, at, kind, set, commit, dirty, candidate, against, alpha, bit, previous } = look;
  const inOrder = {
    schemaVersion,
    n,
    at,
    kind,
    set,
    commit,
    dirty,
    candidate,
    against,
    alpha,
    bit,
    previous,
  };
  return JSON.stringify(key === undefined ? inOrder : { ...inOrder, mac: lookMac(look, key) });
}
