import { escapeMarkdown } from '../../text/escape-markdown.ts';

/** A sentence of ours that may name cases: nothing in it may be obeyed, and outside of `<code>` nobody mentioned. */
export const escapeSentence = (sentence: string) =>
  escapeMarkdown(sentence).slice('<code>'.length, -'</code>'.length).replaceAll('&#64;', '&#64;&#8203;');
