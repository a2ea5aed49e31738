const unseen = /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/u;
const pictograph = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;
const short: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What a terminal obeys or an eye cannot see is written as an escape; a joiner within an emoji stays. */
function show(sign: string, at: number, signs: readonly string[]): string {
  if (!unseen.test(sign)) return sign;
  const isJoint =
    sign === '\u200d' && pictograph.test(signs[at - 1] ?? '') && pictograph.test(signs[at + 1] ?? '');
  return isJoint ? sign : (short[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * The text in double quotes on one line, at most `limit` characters of it (code points, escapes counted as written),
 * an ellipsis where it was cut. Control characters, marks that reverse or hide text and lone surrogates are escaped.
 */
export function quote(text: string, limit = 80): string {
  const shown = [...text.slice(0, limit * 2 + 2)].map(show);
  let length = 0;
  const fitting = shown.findIndex((each) => {
    length += [...each].length;
    return length > limit;
  });
  return fitting === -1 ? `"${shown.join('')}"` : `"${shown.slice(0, Math.max(0, fitting - 1)).join('')}…"`;
}
