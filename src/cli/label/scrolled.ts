/** The first line of the page that a key brings to the screen (`lines` there are, `rows` fit); undefined when it scrolls nothing. */
export function scrolled(
  top: number,
  { key, lines, rows }: { key: string; lines: number; rows: number },
): number | undefined {
  const page = Math.max(1, rows - 1);
  const last = Math.max(0, lines - rows);
  const to: Record<string, number> = {
    j: top + 1,
    down: top + 1,
    enter: top + 1,
    k: top - 1,
    up: top - 1,
    space: top + page,
    'page-down': top + page,
    'page-up': top - page,
    home: 0,
    end: last,
  };
  const wanted = Object.hasOwn(to, key) ? to[key] : undefined;
  return wanted === undefined ? undefined : Math.max(0, Math.min(last, wanted));
}
