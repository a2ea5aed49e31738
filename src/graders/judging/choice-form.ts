import type { JudgeSample } from '../../domain/judgement.ts';
import { isReason } from './is-reason.ts';
import type { VerdictForm } from './verdict-form.ts';

/** What may be answered, with the score (0..1) of each. */
export type Menu = Readonly<Record<string, number>>;

const reasonSchema = { type: 'string', description: 'One to three sentences, before the verdict.' };

const asWord = (name: string) => name.trim().toLowerCase();

const known = new WeakMap<Menu, VerdictForm>();

/**
 * One word of a menu, after a reason. Case and blanks around the word do not matter; anything else is off the menu.
 * A menu is made a form once: requests with the same schema are told by its identity.
 */
export function choiceForm(menu: Menu, settle: VerdictForm['settle'] = 'majority'): VerdictForm {
  const form = known.get(menu) ?? make(menu, settle);
  known.set(menu, form);
  return form;
}

function make(menu: Menu, settle: VerdictForm['settle']): VerdictForm {
  const names = Object.keys(menu);
  const byWord = new Map(names.map((name) => [asWord(name), name]));
  const named = (word: string, reason: string): JudgeSample | undefined => {
    const name = byWord.get(asWord(word));
    return name === undefined ? undefined : { verdict: name, score: menu[name]!, reason };
  };
  return {
    schema: {
      type: 'object',
      properties: { reason: reasonSchema, verdict: { type: 'string', enum: names } },
      required: ['reason', 'verdict'],
      additionalProperties: false,
    },
    key: 'verdict',
    named,
    settle,
    read({ reason, verdict }) {
      if (!isReason(reason)) return { why: 'it gives no reason' };
      const isWord = typeof verdict === 'string' || typeof verdict === 'number';
      const found = isWord ? named(String(verdict), reason) : undefined;
      return found ?? { why: `its verdict is none of ${names.join(', ')}` };
    },
  };
}
