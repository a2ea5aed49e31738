import type { PageLine } from './item-page.ts';
import type { VerdictKey } from './verdict-keys.ts';

/** One thing that a person is shown, and the keys for what may be said of it. */
export type SessionItem = {
  /** What it belongs to, and its own name: both stand above the page. */
  title: string;
  name: string;
  keys: readonly VerdictKey[];
  /** What is shown, in lines of at most so many columns. */
  page(width: number): PageLine[];
};
