/**
 * Lets the system's C library give a name up after two seconds in place of ten, as nobody can break a look-up off, and
 * the process cannot end before it does. Read by glibc at the first look-up; what the user has set stays.
 */
export function shortNameLookups(env: Record<string, string | undefined>): void {
  env.RES_OPTIONS ??= 'timeout:1 attempts:2';
}
