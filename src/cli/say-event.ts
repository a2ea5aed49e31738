import { problems } from '../domain/problems.ts';
import type { RunEvent } from '../domain/run-event.ts';
import type { Progress } from './progress.ts';
import { toSentences } from './to-sentences.ts';

/** Says what of a run is news for a person: that it stops, and which models are not asked any more. */
export function sayEvent(
  event: RunEvent,
  { shown, redact }: { shown: Pick<Progress, 'say'>; redact(text: string): string },
): void {
  if (event.type === 'aborted') shown.say(problems.runAborted({ detail: redact(event.message) }).message);
  if (event.type === 'circuit' && event.state === 'given-up' && event.failure)
    shown.say(
      toSentences(problems.modelGivenUp({ model: event.model, detail: redact(event.failure.message) })),
    );
  if (event.type === 'stopped')
    shown.say(
      problems.providerStopped({ model: event.model, detail: redact(event.failure.message) }).message,
    );
}
