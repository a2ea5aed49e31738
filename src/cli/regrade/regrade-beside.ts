import { problems } from '../../domain/problems.ts';
import type { RunEvent } from '../../domain/run-event.ts';
import type { Execution } from '../../execute/execute.ts';
import { regrade } from '../../execute/regrade.ts';
import { channel } from '../../flow/channel.ts';
import type { GrowingEvidence } from '../../store/read-evidence.ts';
import type { AskedAfresh, Finished } from '../evidence/ask-afresh.ts';
import { evidenceKeeper } from '../evidence/evidence-keeper.ts';
import { gradingWidth } from './grading-width.ts';
import type { StoredAnswers } from './stored-answers.ts';

const kinds = ['canary', 'redraws'] as const;

/**
 * Grades again what was asked beside the trials of a stored run, and keeps it beside those of the new one: a flip is told
 * from noise by the same answers. Nothing is kept of it where the run is held against no baseline.
 */
export async function regradeBeside(
  { beside }: Pick<StoredAnswers, 'beside'>,
  evidence: GrowingEvidence,
  execution: Execution,
  { header, ...keeping }: Finished,
): Promise<AskedAfresh> {
  const keeper = evidenceKeeper({ ...keeping, id: header.id });
  let isBroken = false;
  try {
    for (const kind of evidence.baselines.size > 0 ? kinds : []) {
      const { keep } = keeper.into(kind, evidence[kind]);
      const events = channel<RunEvent>();
      const how = { trials: beside(kind), width: gradingWidth(execution.pools), events };
      for await (const batch of regrade({ ...execution, ...how }))
        for (const event of batch) {
          if (event.type === 'finished') keep(event.row);
          if (event.type !== 'aborted') continue;
          isBroken = true;
          keeping.shown.say(problems.runAborted({ detail: keeping.redact(event.message) }).message);
        }
    }
    return { canaryLeft: 0, flipsLeft: 0, isBroken: isBroken || keeper.isBroken() };
  } finally {
    keeper.close();
  }
}
