/** A line that begins one half of a labelled item, such as `Message: …` or `Label: …`. */
export type ItemLine = { half: 'text' | 'label'; key: string; value: string };

const texts = 'message|input|q|question|text|query|ticket|email|review|sentence|utterance|user|customer';
const labels = 'label|output|a|answer|category|class|intent|sentiment|topic|assistant';
const line = new RegExp(
  String.raw`^\s*(?:[-*•]\s+|\d+[.)]\s+)?\*{0,2}(?:(${texts})|(${labels}))\*{0,2}\s*:\*{0,2}(.*)$`,
  'isu',
);

/** Reads the key word of a line, in any case, bold or in a list; undefined when the line begins with none. */
export function itemLine(text: string): ItemLine | undefined {
  const found = line.exec(text);
  if (!found) return undefined;
  const [, ofText, ofLabel, value = ''] = found;
  return {
    half: ofText ? 'text' : 'label',
    key: (ofText ?? ofLabel ?? '').toLowerCase(),
    value: value.trim(),
  };
}
