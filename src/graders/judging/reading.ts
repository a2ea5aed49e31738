import type { VerdictRule } from '../../domain/verdict-rule.ts';
import type { VerdictForm } from './verdict-form.ts';

/** How a reply is read: the form, the prompt's own rule where it has one, and the texts that the judge was shown. */
export type Reading = { form: VerdictForm; rule?: VerdictRule | undefined; foreign: readonly string[] };
