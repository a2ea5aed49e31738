import { percent } from '../../text/percent.ts';
import type { Section } from '../label/label-item.ts';
import type { Draft } from './draft.ts';

/** What a person is shown of a draft: what it says, what was taken out, and the case that it would be. */
export function draftSections(draft: Draft): Section[] {
  const { vars, output, replaced, near } = draft;
  return [
    ...Object.entries(vars).map(([name, value]) => ({ title: name, text: inWords(value) })),
    ...(output === undefined ? [] : [{ title: 'answered in production', text: output }]),
    ...(near
      ? [
          {
            title: 'like a case',
            text: `${near.id} (${percent(near.likeness, 0)} of its runs of five characters)`,
          },
        ]
      : []),
    ...(replaced.length > 0 ? [{ title: 'taken out', text: replaced.join(', ') }] : []),
    { title: 'case', text: toCase(draft) },
  ];
}

const inWords = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

function toCase({ id, tags, expect, isGradable }: Draft): string {
  const expectation =
    expect !== undefined
      ? inWords(expect)
      : isGradable
        ? '(none: the graders of the suite need none)'
        : '(none: only observed until somebody says what is right)';
  return [`id      ${id}`, `tags    ${tags.join(', ') || '(none)'}`, `expect  ${expectation}`].join('\n');
}
