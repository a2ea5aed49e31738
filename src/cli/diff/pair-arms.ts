import type { NamedArm } from './diff-side.ts';

/** Which arm is held against which; what has no partner; and the suites in which that is not clear. */
export type Pairing<T> = {
  pairs: { before: T; after: T }[];
  onlyBefore: T[];
  onlyAfter: T[];
  unclear: { suite: string; before: T[]; after: T[] }[];
};

const suitesOf = (arms: readonly NamedArm[]) => [...new Set(arms.map(({ suite }) => suite))];

/**
 * Pairs the arms of the suites that both sides have. The only arm of a suite is paired with the only one of the other
 * side whatever they are; of several, those of one lane, so that v4 is held against v3, or where no lane is on both
 * sides those of one prompt version, so that one model is held against another. Where several share that, those that
 * are one and the same. A suite in which nothing pairs, or more than one pair could be meant, is unclear.
 */
export function pairArms<T extends NamedArm>(before: readonly T[], after: readonly T[]): Pairing<T> {
  const shared = suitesOf(before).filter((suite) => suitesOf(after).includes(suite));
  const all = shared.map((suite) => {
    const of = (arms: readonly T[]) => arms.filter((one) => one.suite === suite);
    const [left, right] = [of(before), of(after)];
    const pairing = pairSuite(left, right);
    return pairing ?? { ...none<T>(), unclear: [{ suite, before: left, after: right }] };
  });
  return joined(all);
}

const none = <T>(): Pairing<T> => ({ pairs: [], onlyBefore: [], onlyAfter: [], unclear: [] });

const joined = <T>(all: readonly Pairing<T>[]): Pairing<T> => ({
  pairs: all.flatMap(({ pairs }) => pairs),
  onlyBefore: all.flatMap(({ onlyBefore }) => onlyBefore),
  onlyAfter: all.flatMap(({ onlyAfter }) => onlyAfter),
  unclear: all.flatMap(({ unclear }) => unclear),
});

function pairSuite<T extends NamedArm>(before: readonly T[], after: readonly T[]): Pairing<T> | undefined {
  const [one, other] = [before[0]!, after[0]!];
  if (before.length === 1 && after.length === 1)
    return { ...none<T>(), pairs: [{ before: one, after: other }] };
  const isShared = before.some(({ arm }) => after.some((each) => each.arm.lane === arm.lane));
  return isShared
    ? pairBy(({ arm }) => arm.lane, pairLane, before, after)
    : pairBy(({ arm }) => arm.prompt, pairVersion, before, after);
}

type PairSome = <T extends NamedArm>(before: readonly T[], after: readonly T[]) => Pairing<T> | undefined;

/** Pairs within what has the same key; undefined where nothing pairs, or it is not clear what does. */
function pairBy<T extends NamedArm>(
  toKey: (one: T) => string | undefined,
  pairSome: PairSome,
  before: readonly T[],
  after: readonly T[],
): Pairing<T> | undefined {
  const keys = new Set([...before, ...after].map(toKey));
  const all = [...keys].map((key) => {
    const of = (arms: readonly T[]) => arms.filter((one) => toKey(one) === key);
    return pairSome(of(before), of(after));
  });
  if (all.includes(undefined)) return undefined;
  const pairing = joined(all as Pairing<T>[]);
  return pairing.pairs.length > 0 ? pairing : undefined;
}

/** Two models with one prompt, where each side has it once. */
function pairVersion<T extends NamedArm>(before: readonly T[], after: readonly T[]): Pairing<T> | undefined {
  const [one, other] = [before[0], after[0]];
  if (before.length > 1 || after.length > 1) return undefined;
  if (one && other) return { ...none<T>(), pairs: [{ before: one, after: other }] };
  return { ...none<T>(), onlyBefore: [...before], onlyAfter: [...after] };
}

/** One arm before is what each of the lane's arms after is held against, as a run does with its baseline. */
function pairLane<T extends NamedArm>(before: readonly T[], after: readonly T[]): Pairing<T> | undefined {
  const [only] = before;
  if (only && before.length === 1 && after.length > 0)
    return { ...none<T>(), pairs: after.map((one) => ({ before: only, after: one })) };
  const same = (one: T, all: readonly T[]) => all.find(({ arm }) => arm.id === one.arm.id);
  const pairs = before.flatMap((one) => {
    const partner = same(one, after);
    return partner ? [{ before: one, after: partner }] : [];
  });
  const onlyBefore = before.filter((one) => !same(one, after));
  const onlyAfter = after.filter((one) => !same(one, before));
  if (onlyBefore.length > 0 && onlyAfter.length > 0) return undefined;
  return { pairs, onlyBefore, onlyAfter, unclear: [] };
}
