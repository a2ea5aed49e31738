import type { Proposal } from '../../domain/proposal.ts';
import { languageName } from '../../text/language-name.ts';
import { printValue } from '../../text/print-value.ts';
import { itemPage, type PageLine } from '../label/item-page.ts';
import type { Section } from '../label/label-item.ts';
import type { SessionItem } from '../label/session-item.ts';
import { sideBySide } from './side-by-side.ts';

const keys = [
  { key: 'a', name: 'accept', label: 'accept' },
  { key: 'r', name: 'reject', label: 'reject' },
];

/** A proposal as a person decides about it: beside the text that it was made from, with the answer that has to stay right. */
export function reviewItem({ suite, variable, before, lost, row }: Proposal): SessionItem {
  const { how, model } = row.meta.mutation;
  const after = {
    title: `${row.adversarial}: ${languageName(how) ?? how}`,
    text: String(row.vars[variable]),
  };
  const beside: Section[] = [
    ...(row.expect === undefined
      ? []
      : [{ title: 'the right answer, then as now', text: printValue(row.expect) }]),
    ...(lost.length === 0
      ? []
      : [{ title: 'not in it as it was', text: lost.map((one) => `- ${one}`).join('\n') }]),
    { title: 'written by', text: model },
  ];
  const page = (width: number): PageLine[] => [
    ...sideBySide({ title: row.parent, text: before }, after, width),
    { kind: 'text', text: '' },
    ...itemPage({ sections: beside }, width),
  ];
  return { title: suite, name: row.id, keys, page };
}
