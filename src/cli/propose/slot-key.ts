import type { ProposedRow } from '../../domain/proposal.ts';

/** What was asked for, of whom and of which text: nobody is asked for the same twice. */
export type AskedFor = { parent: string; kind: string } & Pick<
  ProposedRow['meta']['mutation'],
  'how' | 'of' | 'model'
>;

/** The key of what is asked for. */
export const slotKey = ({ parent, kind, how, of, model }: AskedFor): string =>
  JSON.stringify([parent, kind, how, of, model]);
