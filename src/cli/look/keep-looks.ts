import { exitCode } from '../../domain/exit-code.ts';
import type { LookBit } from '../../domain/look.ts';
import type { Problem } from '../../domain/problem.ts';
import { problems } from '../../domain/problems.ts';
import type { Run } from '../../domain/run.ts';
import type { HoldoutSummary, SuiteSummary, Summary } from '../../domain/summary.ts';
import { appendLook, type NewLook } from '../../store/ledger/append-look.ts';
import { messageOf } from '../../text/message-of.ts';
import type { LookManner } from './look-manner.ts';
import { lookTold } from './look-told.ts';
import type { PlannedLook } from './planned-look.ts';

/** Puts looks into their ledgers; `problems` are those that came up on the way. */
export type LookKeeper = Pick<LookManner, 'settle'> & {
  /** The run of sealed sets ended by a mistake, before anything was told: that is written down. Never rejects. */
  breakOff(): Promise<void>;
  problems(): Problem[];
};

type Around = { root: string; header: Run };

/** The alarm is no test of the gate, and takes nothing of its error. */
const isGate = (bit: LookBit | null) => bit !== 'ALARM' && bit !== 'NO-ALARM';

/** What the ledger says of this run, but for the bit: the time is that of its beginning. */
function toLook({ header }: Around, look: PlannedLook, bit: LookBit | null): NewLook {
  const { startedAt, git } = header;
  const { open, candidate, against, alpha, settings } = look;
  return {
    ...{ at: startedAt, kind: settings ? 'sealed' : 'frozen', set: open.lock.set },
    ...{ commit: git?.commit, dirty: git?.dirty ? true : undefined },
    ...{ candidate, against, alpha: isGate(bit) ? (alpha ?? null) : null, bit },
  };
}

/** The bits that this run tells of a sealed set and that nobody was told before; null where it broke. */
function bitsOf({ way, told }: PlannedLook, { verdict, holdout }: SuiteSummary): (LookBit | null)[] {
  if (way !== 'asked') return [];
  if (verdict === 'INCOMPLETE') return [null];
  const isAlarm = holdout?.isOverfit;
  return [
    ...(told.bit ? [] : [verdict as 'PASS' | 'NOT-PASS']),
    ...(isAlarm === undefined || told.alarm ? [] : [isAlarm ? ('ALARM' as const) : ('NO-ALARM' as const)]),
  ];
}

async function append(around: Around, look: PlannedLook, bits: readonly (LookBit | null)[]): Promise<void> {
  const { root } = around;
  const { file, lock } = look.open;
  const key = look.settings ? lock.key : undefined;
  for (const bit of bits)
    look.open.ledger = await appendLook({ root, file, key }, look.open.ledger, toLook(around, look, bit));
}

const untold = ({ suite, holdout }: SuiteSummary): SuiteSummary => ({
  ...{ suite, arms: [], verdict: 'INCOMPLETE', exitCode: exitCode.incomplete },
  holdout: { kind: holdout?.kind ?? 'sealed' } satisfies HoldoutSummary,
});

/**
 * Keeps the looks of a run. Each is on disk before its summary says a bit; what the disk does not take is not told. A run
 * that broke is written down and told nothing; one that was stopped by hand before its end leaves no look of a sealed set.
 */
export function keepLooks(around: Around, looks: readonly PlannedLook[]): LookKeeper {
  const found: Problem[] = [];
  const settleOne = async (suite: SuiteSummary, look: PlannedLook, wasInterrupted: boolean) => {
    const bits = look.settings ? bitsOf(look, suite) : [null];
    const isCut = wasInterrupted && look.settings !== undefined && suite.verdict === 'INCOMPLETE';
    try {
      await append(around, look, isCut ? [] : bits);
      return lookTold(suite, look);
    } catch (error) {
      found.push(problems.lookNotWritten({ file: look.open.file, detail: messageOf(error) }));
      return untold(suite);
    }
  };
  let isSettled = false;
  return {
    problems: () => found,
    async breakOff() {
      if (isSettled) return;
      for (const look of looks)
        if (look.settings && look.way === 'asked') await append(around, look, [null]).catch(() => {});
    },
    async settle(summary, wasInterrupted): Promise<Summary> {
      isSettled = true;
      const suites: SuiteSummary[] = [];
      for (const [index, suite] of summary.suites.entries())
        suites.push(await settleOne(suite, looks[index]!, wasInterrupted));
      const codes = suites.map((suite) => suite.exitCode);
      const worst = [exitCode.gateFailed, exitCode.incomplete].find((code) => codes.includes(code));
      return { ...summary, suites, exitCode: worst ?? exitCode.done };
    },
  };
}
