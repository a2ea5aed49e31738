const unseen =
  /[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\p{Surrogate}/gu;
const short: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeUnseen(sign: string): string {
  return short[sign] ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * The text in double quotes on one line, at most `limit` characters of it (code points), an ellipsis where it was cut.
 * What a terminal obeys or an eye cannot see is written as an escape. A joined emoji keeps its joiners.
 */
export function quote(text: string, limit = 80): string {
  const head = [...text.slice(0, limit * 2 + 2)];
  const cut = head.length > limit ? `${head.slice(0, limit - 1).join('')}…` : head.join('');
  const joined = cut.replace(
    /(?<=\p{Extended_Pictographic}\ufe0f?)\u200d(?=\p{Extended_Pictographic})/gu,
    '\ue000',
  );
  return `"${joined.replace(unseen, escapeUnseen).replaceAll('\ue000', '\u200d')}"`;
}
