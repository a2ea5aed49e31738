import { z } from 'zod';
import { defineGrader } from '../domain/grader.ts';
import { languageScripts } from '../text/language-scripts.ts';
import { type LanguageRank, rankLanguages } from '../text/rank-languages.ts';
import { verdict } from './verdict.ts';

const { single, shared } = languageScripts;
const known = [...new Set([...Object.values(single), ...Object.values(shared).flat(), 'zh', 'ja'])].sort();
const code = z
  .string()
  .transform((written) => written.toLowerCase().split('-')[0]!)
  .refine(
    (written) => known.includes(written),
    `expected one of the languages that can be told: ${known.join(', ')}`,
  );

/** Fewer letters or function words than this prove nothing. */
const leastEvidence = 3;
/** Prose of a known language has at least such a share of its function words. */
const leastShare = 0.1;
/** A language with so much of the first one's share may be the right one as well. */
const rival = 0.8;

/** The language of the output, from its script and its function words. Texts of a few words stay ungraded. */
export const language = defineGrader({
  name: 'language',
  summary:
    'The output is written in this language (ISO 639-1): told by script and frequent words; ungraded when it cannot be told.',
  example: 'language: de',
  value: z
    .union([code.transform((one) => [one]), z.array(code).min(1)])
    .describe('A language code such as en or pt, or a list of which any will do.'),
  options: {},
  grade({ value }, { answer }) {
    const { ranks, evidence } = rankLanguages(answer.text);
    const [first] = ranks;
    if (!first || evidence < leastEvidence || first.share < leastShare) {
      return verdict.ungraded('the language cannot be told: too few words, or none of the known languages');
    }
    const likely = ranks.filter(({ share }) => share >= first.share * rival);
    const fitting = likely.filter((rank) => value.includes(rank.code)).length;
    if (fitting > 0 && fitting < likely.length) {
      return verdict.ungraded(`the language cannot be told: it may be ${names(likely, ' or ')}`);
    }
    return verdict.of(fitting > 0, `expected ${value.join(' or ')}, found ${names(likely, ' or ')}`);
  },
});

const names = (ranks: LanguageRank[], joint: string) => ranks.map((rank) => rank.code).join(joint);
