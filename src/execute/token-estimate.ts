import type { Reply, Request } from '../domain/request.ts';

/** What requests will take in tokens, told by what answers took so far. */
export type TokenEstimate = {
  of(request: Request): number;
  /** What it really took, undefined when the server does not say. */
  settle(reply: Reply): number | undefined;
};

/** A common rule of thumb for text in English; other scripts take more, which is settled afterwards. */
const charactersPerToken = 4;
/** Of an answer, before there was one. */
const firstGuess = 256;
/** The part of each new answer in the average. */
const weight = 0.1;

/** An estimate that has seen nothing yet. */
export function tokenEstimate(): TokenEstimate {
  let output: number | undefined;
  return {
    of({ messages, settings }) {
      let characters = 0;
      for (const { content } of messages) characters += content.length;
      const answer = output ?? settings.maxOutputTokens ?? firstGuess;
      return Math.ceil(
        characters / charactersPerToken + Math.min(answer, settings.maxOutputTokens ?? answer),
      );
    },
    settle(reply) {
      if (reply.status !== 'answered') return undefined;
      const { usage } = reply.answer;
      if (usage.output === undefined) return undefined;
      output = output === undefined ? usage.output : output + weight * (usage.output - output);
      return (usage.input ?? 0) + usage.output;
    },
  };
}
