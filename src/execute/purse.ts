import type { Request } from '../domain/request.ts';
import type { Reservation } from './reserve.ts';

/** US dollars that are spent, and those that are set aside for what is under way. */
export type Purse = {
  /** Sets the dollars aside if spent and set aside together stay within the limit; gives back whether they do. */
  hold(request: Request, reservation: Reservation): boolean;
  release(request: Request): void;
  /** Gives back whether the price is known: null is not. */
  pay(dollars: number | null): boolean;
  spent(): number;
};

/** A purse with so many dollars, some of them spent before; without a limit everything fits, and nothing is set aside. */
export function purse(limit: number | undefined, before = 0): Purse {
  const held = new Map<Request, number>();
  let [spent, aside] = [before, 0];
  return {
    hold(request, { dollars: wanted, least }) {
      if (limit === undefined) return true;
      const left = limit - spent - aside;
      if (wanted > left && (least > left || held.size > 0)) return false;
      const dollars = Math.min(wanted, left);
      held.set(request, dollars);
      aside += dollars;
      return true;
    },
    release(request) {
      aside -= held.get(request) ?? 0;
      held.delete(request);
      // The rounding of many sums must not stay behind.
      if (held.size === 0) aside = 0;
    },
    pay(dollars) {
      spent += dollars ?? 0;
      return dollars !== null;
    },
    spent: () => spent,
  };
}
