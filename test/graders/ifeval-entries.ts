type Kwargs = Record<string, unknown>;
type Entry = Record<string, unknown>;

/** `less than 3` and `at least 3` as bounds. */
const bounds = (relation: unknown, count: unknown) =>
  relation === 'less than' ? { max: (count as number) - 1 } : { min: count };

/** How a suite's author would write each IFEval instruction, from the arguments that come with it. */
export const ifevalEntries: Record<string, (kwargs: Kwargs) => Entry> = {
  'punctuation:no_comma': () => ({ contains: ',', not: true }),
  'keywords:existence': ({ keywords }) => ({ contains: keywords, ignoreCase: true }),
  'keywords:forbidden_words': ({ forbidden_words }) => ({
    contains: forbidden_words,
    mode: 'any',
    ignoreCase: true,
    wholeWords: true,
    not: true,
  }),
  'keywords:frequency': ({ keyword, relation, frequency }) => ({
    contains: String(keyword).trim(),
    ignoreCase: true,
    ...bounds(relation, frequency),
  }),
  'keywords:letter_frequency': ({ letter, let_relation, let_frequency }) => ({
    contains: letter,
    ignoreCase: true,
    ...bounds(let_relation, let_frequency),
  }),
  'detectable_format:title': () => ({ matches: '<<[^\\n]*[^\\s<>][^\\n]*>>' }),
  'startend:quotation': () => ({ matches: '^\\s*"[\\s\\S]*"\\s*$' }),
  'startend:end_checker': ({ end_phrase }) => ({
    any: [
      { 'ends-with': end_phrase, ignoreCase: true },
      { 'ends-with': `${end_phrase}"`, ignoreCase: true },
    ],
  }),
  'detectable_format:json_format': () => ({ json: true }),
  'detectable_content:number_placeholders': ({ num_placeholders }) => ({
    matches: '\\[[^\\]\\n]*\\]',
    min: num_placeholders,
  }),
  'detectable_format:number_bullet_lists': ({ num_bullets }) => ({
    matches: '^[ \\t]*(?:\\*[^*\\n]|-).*$',
    multiline: true,
    min: num_bullets,
    max: num_bullets,
  }),
  'length_constraints:number_words': ({ relation, num_words }) => ({
    length: bounds(relation, num_words),
    unit: 'words',
  }),
  'length_constraints:number_sentences': ({ relation, num_sentences }) => ({
    length: bounds(relation, num_sentences),
    unit: 'sentences',
  }),
  'length_constraints:number_paragraphs': ({ num_paragraphs }) => ({
    length: num_paragraphs,
    unit: 'paragraphs',
    separator: '***',
  }),
  'detectable_content:postscript': ({ postscript_marker }) => ({
    matches: postscript_marker === 'P.P.S' ? 'p\\.\\s?p\\.\\s?s' : 'p\\.\\s?s\\.',
    ignoreCase: true,
  }),
  'detectable_format:number_highlighted_sections': ({ num_highlights }) => ({
    matches: '\\*[^\\n*]*[^\\n*\\s][^\\n*]*\\*',
    min: num_highlights,
  }),
  'detectable_format:constrained_response': () => ({
    contains: ['My answer is yes.', 'My answer is no.', 'My answer is maybe.'],
    mode: 'any',
  }),
  'detectable_format:multiple_sections': ({ section_spliter, num_sections }) => ({
    matches: `${section_spliter}\\s?\\d+`,
    min: num_sections,
  }),
  'combination:repeat_prompt': ({ prompt_to_repeat }) => ({
    'starts-with': prompt_to_repeat,
    ignoreCase: true,
  }),
  'combination:two_responses': () => ({ length: 2, unit: 'paragraphs', separator: '******' }),
  'change_case:english_lowercase': () => ({
    all: [{ matches: '\\p{Ll}' }, { matches: '\\p{Lu}', not: true }, { language: 'en' }],
  }),
  'change_case:english_capital': () => ({
    all: [{ matches: '\\p{Lu}' }, { matches: '\\p{Ll}', not: true }, { language: 'en' }],
  }),
  'change_case:capital_word_frequency': ({ capital_relation, capital_frequency }) => ({
    matches: "\\b\\p{Lu}[\\p{Lu}\\d'-]*\\b",
    ...bounds(capital_relation, capital_frequency),
  }),
  'language:response_language': ({ language }) => ({ language }),
  'length_constraints:nth_paragraph_first_word': ({ num_paragraphs, nth_paragraph, first_word }) => ({
    all: [
      { length: num_paragraphs, unit: 'paragraphs', separator: '\n\n' },
      {
        matches: `^\\s*(?:(?:[^\\n]|\\n[^\\n])*\\n\\n){${(nth_paragraph as number) - 1}}\\s*['"]*${first_word}(?:[.,?!'"\\s]|$)`,
        ignoreCase: true,
      },
    ],
  }),
};
