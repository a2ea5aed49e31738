import type { Request } from '../domain/request.ts';
import { andThen } from '../flow/and-then.ts';
import type { Gate } from './gate.ts';

type Entering = ReturnType<Gate['enter']>;

/** One gate after the other. What a later one refuses leaves the earlier ones again, as if it had never come. */
export function gates(all: readonly Gate[]): Gate {
  return {
    enter: (request, signal) => enterFrom(0, all, request, signal),
    leave(request, reply) {
      for (const gate of all) gate.leave(request, reply);
    },
  };
}

function enterFrom(index: number, all: readonly Gate[], request: Request, signal: AbortSignal): Entering {
  const gate = all[index];
  if (!gate) return undefined;
  return andThen(gate.enter(request, signal), (refusal) => {
    if (refusal === undefined) return enterFrom(index + 1, all, request, signal);
    for (const passed of all.slice(0, index)) passed.leave(request, undefined);
    return refusal;
  });
}
