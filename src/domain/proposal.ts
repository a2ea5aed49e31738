import type { Json } from './json.ts';

/** A variant that a model wrote, as long as nobody has accepted it. */
export type Proposal = {
  schemaVersion: 1;
  /** Undefined while nobody has decided; what is rejected stays, so that it is not proposed again. */
  decision?: 'rejected';
  suite: string;
  /** What was changed, and its text in the parent. */
  variable: string;
  before: string;
  /** Protected parts of that text that are not in the proposal as they were. */
  lost: string[];
  /** The file that it goes to when it is accepted, from the folder of the proposals. */
  to: string;
  /** The case, ready to be a row of that file. */
  row: ProposedRow;
};

/** As much of the row as is read again. */
export type ProposedRow = {
  id: string;
  parent: string;
  adversarial: string;
  vars: Record<string, Json>;
  meta: { mutation: { model: string; prompt: string; how: string; of: string } } & Record<string, Json>;
} & Record<string, Json>;
