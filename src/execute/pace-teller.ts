import type { Pace } from './pace.ts';

type Why = 'limited' | 'raised' | 'learnt';

/** Tells of a pace only when it differs from the last one that was told. */
export type PaceTeller = {
  tell(pace: Pace, why: Why): void;
  tellIfRaised(pace: () => Pace): void;
};

/** A pace that is so much higher is worth a word. */
const worth = 1.25;
/** Accepted requests between two looks at whether it is. */
const lookEvery = 16;

/** The first pace, which nobody has to be told, is `ceiling` requests at once. */
export function paceTeller(ceiling: number, onChange: (pace: Pace, why: Why) => void): PaceTeller {
  let told: Pace = { concurrency: ceiling };
  let looks = 0;
  const tell = (pace: Pace, why: Why) => {
    const isSame = pace.concurrency === told.concurrency && isClose(pace.perSecond, told.perSecond);
    told = pace;
    if (!isSame) onChange(pace, why);
  };
  return {
    tell,
    tellIfRaised(pace) {
      if (told.concurrency === ceiling && told.perSecond === undefined) return;
      if (++looks % lookEvery !== 0) return;
      const now = pace();
      if (isHigher(now, told) || (now.concurrency === ceiling && told.concurrency < ceiling))
        tell(now, 'raised');
    },
  };
}

function isHigher(now: Pace, told: Pace): boolean {
  if (now.concurrency >= told.concurrency * worth) return true;
  return (
    told.perSecond !== undefined && (now.perSecond ?? Number.POSITIVE_INFINITY) >= told.perSecond * worth
  );
}

const isClose = (a = Number.POSITIVE_INFINITY, b = Number.POSITIVE_INFINITY) =>
  a === b || Math.abs(a - b) < 0.05 * Math.min(a, b);
