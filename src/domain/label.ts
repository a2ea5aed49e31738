import type { Json } from './json.ts';
import type { Message } from './message.ts';

/** How an output came to be labelled: only a random part says something of the whole. */
export type Pick = 'random' | 'discordant' | 'concordant';

/** One line of a labels file: what one person says of one output to the question of one check. */
export type Label = {
  schemaVersion: 1;
  /** Of the item: the same output to the same question has the same one, whoever labels it. */
  id: string;
  suite: string;
  /** The name of the check. */
  check: string;
  case: string;
  /** The case as it was, so that a judge can be asked the same. */
  vars: Record<string, Json>;
  expect?: Json;
  meta: Record<string, Json>;
  /** What the model was asked. */
  messages: Message[];
  output: string;
  /** What the baseline's run answered, where two are compared. */
  before?: string;
  /** `pass`, `fail` or a name on the check's menu; null when the person cannot tell. */
  label: string | null;
  rater: string;
  /** ISO 8601, UTC. */
  at?: string;
  pick?: Pick;
  run?: string;
  arm?: string;
};
