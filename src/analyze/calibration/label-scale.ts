/** What may be said of an output: names with their scores (0..1), and the score from which it passes. */
export type Scale = { menu: Readonly<Record<string, number>>; threshold: number };

/** The names of a menu and how they compare. */
export type LabelScale = {
  /** By their scores, the lowest first; of one score as the menu has them. */
  names: string[];
  /** There are more than two, so that some disagree less than others. */
  isGraded: boolean;
  has(name: string): boolean;
  score(name: string): number;
  passes(name: string): boolean;
};

/** 0.1 + 0.2 must reach a threshold of 0.3. */
const dust = 1e-12;

/** Reads a menu as people and judges answer by it. A name that is not on it has no score. */
export function labelScale({ menu, threshold }: Scale): LabelScale {
  const names = Object.keys(menu).sort((a, b) => menu[a]! - menu[b]!);
  return {
    names,
    isGraded: names.length > 2,
    has: (name) => Object.hasOwn(menu, name),
    score: (name) => menu[name] ?? Number.NaN,
    passes: (name) => (menu[name] ?? Number.NaN) >= threshold - dust,
  };
}
