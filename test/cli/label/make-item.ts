import type { LabelItem } from '../../../src/cli/label/label-item.ts';
import { verdictKeys } from '../../../src/cli/label/verdict-keys.ts';

/** An item whose label differs from an ordinary one in `more`. */
export function makeItem(more: Partial<LabelItem['label']> = {}): LabelItem {
  const menu = { fail: 0, pass: 1 };
  return {
    label: {
      schemaVersion: 1,
      id: 'a1b2c3d4e5f60718',
      suite: 'refund',
      check: 'judge',
      case: 'late-parcel',
      vars: { input: 'It is late.' },
      meta: {},
      messages: [{ role: 'user', content: 'It is late.' }],
      output: 'Yes.',
      run: 'r',
      arm: 'm',
      ...more,
    },
    sections: [
      { title: 'question', text: 'Is it kind?' },
      { title: 'output', text: more.output ?? 'Yes.' },
    ],
    keys: verdictKeys(menu),
    menu,
    threshold: 1,
    judge: 'strict',
  };
}
