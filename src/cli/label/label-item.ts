import type { Label } from '../../domain/label.ts';
import type { VerdictKey } from './verdict-keys.ts';

/** A text with what it is. */
export type Section = { title: string; text: string };

/** One output, and the question that a person is asked about it. */
export type LabelItem = {
  /** As much of a label as is known before the person speaks. */
  label: Omit<Label, 'label' | 'rater' | 'at'>;
  /** What is shown, from top to bottom: as much as the judge is shown. */
  sections: readonly Section[];
  keys: readonly VerdictKey[];
  /** What may be said, with the score (0..1) of each; from which score on it is a pass. */
  menu: Readonly<Record<string, number>>;
  threshold: number;
  /** Who is asked the same. Never shown while somebody labels. */
  judge: string;
};
