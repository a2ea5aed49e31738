/** A key, what it is called on the screen, and the label that it stands for. */
export type VerdictKey = { key: string; name: string; label: string };

/** Keys that mean something else: undo, cannot tell, quit, up, down. */
const taken = ['u', 's', 'q', 'j', 'k'];
const digits = '123456789';
const letters = 'abcdefghilmnoprtvwxyz';

/**
 * The keys of a menu, the lowest score first: the first letter of each name where these tell the names apart, else
 * numbers (and letters after the ninth).
 */
export function verdictKeys(menu: Readonly<Record<string, number>>): VerdictKey[] {
  const names = Object.entries(menu)
    .sort((a, b) => a[1] - b[1])
    .map(([name]) => name);
  const firsts = names.map((name) => name[0]!.toLowerCase());
  const isClear =
    new Set(firsts).size === names.length && names.every((name, at) => mayStandFor(firsts[at]!, name));
  const keys = isClear ? firsts : [...digits, ...letters];
  return names.slice(0, keys.length).map((name, at) => ({ key: keys[at]!, name, label: name }));
}

/** A digit stands for itself alone: `1` for 10 would be pressed for 1. */
const mayStandFor = (key: string, name: string) =>
  /^[a-z]$/.test(key) ? !taken.includes(key) : /^[0-9]$/.test(key) && name === key;
