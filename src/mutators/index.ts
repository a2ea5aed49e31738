import { type Catalog, catalog } from '../domain/catalog.ts';
import type { Mutator } from '../domain/mutator.ts';
import { angry } from './angry.ts';
import { casing } from './casing.ts';
import { delimiter } from './delimiter.ts';
import { emoji } from './emoji.ts';
import { encoded } from './encoded.ts';
import { exoticSpace } from './exotic-space.ts';
import { forbiddenRequest } from './forbidden-request.ts';
import { homoglyph } from './homoglyph.ts';
import { html } from './html.ts';
import { injection } from './injection.ts';
import { leetspeak } from './leetspeak.ts';
import { longContext } from './long-context.ts';
import { markdown } from './markdown.ts';
import { missingSpace } from './missing-space.ts';
import { misspelling } from './misspelling.ts';
import { numberFormat } from './number-format.ts';
import { paraphrase } from './paraphrase.ts';
import { polite } from './polite.ts';
import { promptLeak } from './prompt-leak.ts';
import { punctuation } from './punctuation.ts';
import { roleTag } from './role-tag.ts';
import { runOn } from './run-on.ts';
import { secondRequest } from './second-request.ts';
import { shouting } from './shouting.ts';
import { translation } from './translation.ts';
import { truncated } from './truncated.ts';
import { typo } from './typo.ts';
import { zeroWidth } from './zero-width.ts';

/** The mutators' shelf: the kinds of variants that are made of a case. */
export const mutators: Catalog<Mutator> = catalog('kind of variant', [
  typo,
  misspelling,
  truncated,
  casing,
  shouting,
  missingSpace,
  exoticSpace,
  punctuation,
  homoglyph,
  zeroWidth,
  leetspeak,
  encoded,
  emoji,
  numberFormat,
  runOn,
  polite,
  angry,
  longContext,
  secondRequest,
  injection,
  roleTag,
  delimiter,
  markdown,
  html,
  promptLeak,
  forbiddenRequest,
  paraphrase,
  translation,
]);
