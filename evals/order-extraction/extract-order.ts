/** What a customer ordered, as far as the text says it. `by` is in the customer's words. */
export type Order = {
  items: { name: string; quantity: number }[];
  deliverTo: string | null;
  by: string | null;
  gift: boolean;
};

const numbers: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};
const groups: Record<string, number> = { couple: 2, pair: 2, dozen: 12 };
const words = Object.keys(numbers).join('|');
const courtesy =
  /^(?:(?:hello|hi|please|also|and|then|i|we|me|us|you|would|like|want|need|order|have|take|can|could|get|send)\s+)*/iu;
const wish = new RegExp(
  String.raw`^(half\s+)?(\d{1,3}|${words})(?:\s*[x×])?\s+(?:(couple|pair|dozen)\s+)?(?:of\s+)?(?:the\s+|those\s+|your\s+)?([\p{L}\d][\p{L}\d' -]*)$`,
  'iu',
);
const nounEnd = /\s+(?:with|for|as|if|but|that|which|from|please|thanks|would|again|more|to|in)\b.*$/iu;
const place =
  /\b(?:deliver(?:ed)?|ship(?:ped)?|sen[dt]|post(?:ed)?)\s+(?:(?:it|them|that|everything|all)\s+)?to\s+(.+)/iu;
const placeEnd = /\s*(?:[;:.!?\n]|,?\s+(?:by|before|please|thanks|and|instead)\b).*$/isu;
const date =
  /\b(?:by|before)\s+((?:next\s+)?[a-z]+day|the\s+\d{1,2}(?:st|nd|rd|th)?(?:\s+of\s+[a-z]+)?|\d{4}-\d{2}-\d{2}|tomorrow)/iu;
const irregular: Record<string, string> = { knives: 'knife', shelves: 'shelf' };

/** Reads an order that somebody wrote in their own words. `evals` calls it with the user's message as `prompt`. */
export function extractOrder({ prompt }: { prompt: string }): Order {
  const address = place.exec(prompt)?.[1]?.replace(placeEnd, '').trim();
  const rest = address ? prompt.replace(address, '.') : prompt;
  return {
    items: itemsIn(rest.replace(date, '.')),
    deliverTo: address || null,
    by: date.exec(prompt)?.[1] ?? null,
    gift:
      /\b(?:gift|present|birthday)\b/iu.test(prompt) && !/\b(?:no|not a) (?:gift|present)\b/iu.test(prompt),
  };
}

/** A clause is an item when it begins with an amount; talk about other things seldom does. */
function itemsIn(text: string): Order['items'] {
  const found = new Map<string, number>();
  for (const clause of text.split(/[,;:.!?<>{}\n]|\s(?:and|plus|&)\s/iu)) {
    const [, half, count = '', group, words = ''] = wish.exec(clause.trim().replace(courtesy, '')) ?? [];
    const name = toName(words);
    const many = numbers[count.toLowerCase()] ?? Number(count);
    const quantity = many * (groups[group?.toLowerCase() ?? ''] ?? 1) * (half ? 0.5 : 1);
    if (name !== '' && quantity >= 1) found.set(name, (found.get(name) ?? 0) + quantity);
  }
  return [...found].map(([name, quantity]) => ({ name, quantity }));
}

/** The noun with its adjectives, in lower case and in the singular. */
function toName(words: string): string {
  const noun = ` ${words.toLowerCase()}`.replace(nounEnd, '').trim().split(/\s+/u);
  const last = noun.pop() ?? '';
  return [...noun, singular(last)].join(' ');
}

function singular(noun: string): string {
  if (irregular[noun]) return irregular[noun];
  if (/(?:ch|sh|x|ss)es$/u.test(noun)) return noun.slice(0, -2);
  if (noun.endsWith('ies')) return `${noun.slice(0, -3)}y`;
  return /[^s]s$/u.test(noun) ? noun.slice(0, -1) : noun;
}
