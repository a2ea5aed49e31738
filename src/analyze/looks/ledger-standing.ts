import type { Look, LookBit } from '../../domain/look.ts';

/** What one candidate was told against one baseline. */
export type Told = { bit?: Look; alarm?: Look };

/** What a ledger says of one set. */
export type LedgerStanding = {
  /** Looks that told something: they are charged. */
  charged: number;
  /** Of them: candidates that passed, and answers to whether more was gained on what anyone can see. */
  passed: number;
  alarms: number;
  /** Runs that broke, and told nothing. */
  broken: number;
  /** Candidates of which there is any look. */
  candidates: ReadonlySet<string>;
  told(candidate: string, against: string): Told;
};

const isAlarm = (bit: LookBit | null) => bit === 'ALARM' || bit === 'NO-ALARM';

/** Counts the looks of one set. */
export function ledgerStanding(looks: readonly Look[], set: string): LedgerStanding {
  const own = looks.filter((look) => look.set === set);
  const charged = own.filter(({ bit }) => bit !== null);
  return {
    charged: charged.length,
    passed: own.filter(({ bit }) => bit === 'PASS').length,
    alarms: own.filter(({ bit }) => isAlarm(bit)).length,
    broken: own.filter(({ bit, kind }) => bit === null && kind === 'sealed').length,
    candidates: new Set(own.map(({ candidate }) => candidate)),
    told(candidate, against) {
      const same = charged.filter((look) => look.candidate === candidate && look.against === against);
      const bit = same.find((look) => !isAlarm(look.bit));
      const alarm = same.find((look) => isAlarm(look.bit));
      return { ...(bit ? { bit } : {}), ...(alarm ? { alarm } : {}) };
    },
  };
}
