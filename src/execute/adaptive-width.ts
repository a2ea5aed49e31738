/** How many requests may be under way at once: fewer after refusals, slowly more while all goes well. */
export type AdaptiveWidth = {
  now(): number;
  accept(): void;
  /** At the first refusal of a burst. */
  cut(): void;
};

/** What is left after a burst of refusals. */
const left = 0.8;

/**
 * Starts at the ceiling and never leaves 1..ceiling. It is cut again only after a round, which is as many accepted
 * requests as it is wide: until then it is the pace that is still being learnt, and one more is allowed after a clean one.
 */
export function adaptiveWidth(ceiling: number): AdaptiveWidth {
  let width = ceiling;
  let [clean, since] = [0, ceiling];
  return {
    now: () => Math.floor(width),
    accept() {
      since++;
      if (width >= ceiling || ++clean < width) return;
      width = Math.min(ceiling, width + 1);
      clean = 0;
    },
    cut() {
      clean = 0;
      if (since < width) return;
      width = Math.max(1, width * left);
      since = 0;
    },
  };
}
