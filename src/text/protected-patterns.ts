const months =
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre';
const ordinal = '(?:st|nd|rd|th|\\.|º|er)?';
const number = "\\d[\\d.,'’\\u00a0\\u202f]{0,30}";
/** A number begins where no other goes on. */
const fresh = "(?<![\\d.,'’])";
const codes = 'usd|eur|gbp|chf|jpy|inr|aud|cad|nzd|cny|sek|nok|dkk|pln|czk|huf|brl|zar|mxn|try|rs|kr|zł|kč';
const coins =
  'dollars?|euros?|pounds?|quid|cents?|bucks?|yen|yuan|rupees?|francs?|franken|kronor|kroner|zloty|pesos?|reais|percent|per cent|prozent|por ciento|pour cent';
const magnitude = '(?:\\s?(?:k|m|mn|mio|million|millionen|billion|thousand|tausend)\\b\\.?)?';
const numbered =
  'order|ticket|invoice|case|ref(?:erence)?|no|nr|number|room|flight|seat|gate|line|version|chapter|page|bestellung|bestellnummer|rechnung|kundennummer|commande|facture|pedido|factura|ordine';
const domain = 'com|org|net|io|dev|app|ai|edu|gov|info|eu|us|uk|de|at|ch|fr|es|it|nl|pl|me|shop';

/**
 * What no change of form may touch, as patterns that need no look back over a text: each start is tried over a bounded
 * stretch, or up to the next sign that could begin another.
 */
export const protectedPatterns: { always: readonly RegExp[]; withDigits: readonly RegExp[] } = {
  always: [
    // Code.
    /```[\s\S]*?```/g,
    /`[^`\n]+`/g,
    // What stands between double quotes.
    /"[^"\n]+"/g,
    /“[^“”\n]+”/g,
    /„[^„“”\n]+[“”]/g,
    /«[^«»\n]+»/g,
    /»[^«»\n]+«/g,
    /「[^「」\n]+」/g,
    // Placeholders of templates.
    /\{\{[^{}]*\}\}|\{%[^{}]*%\}|\$?\{[^{}\n]*\}/g,
    // Addresses; a sign that ends a sentence is none of theirs.
    /(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+-]{1,15}:\/\/|www\.)[^\s<>"'`]*[^\s<>"'`.,;:!?)\]}]/giu,
    new RegExp(
      `(?<![\\p{L}\\p{N}.-])[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,3}\\.(?:${domain})(?![\\p{L}\\p{N}])(?:/[^\\s<>"'\`]*[^\\s<>"'\`.,;:!?)])?`,
      'giu',
    ),
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu,
    // Dates and times.
    /(?<!\d)\d{1,4}([./-])\d{1,2}(?:\1\d{1,4})?(?:T[\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?/g,
    new RegExp(
      `(?<!\\d)\\d{1,2}${ordinal}\\s{0,3}(?:of\\s|de\\s)?(?:${months})(?!\\p{L})\\.?(?:,?\\s{1,3}(?:de\\s)?\\d{4})?`,
      'giu',
    ),
    new RegExp(
      `(?<!\\p{L})(?:${months})\\.?\\s{1,3}(?:the\\s)?(?:\\d{4}|\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s{1,3}\\d{4})?)(?!\\d)`,
      'giu',
    ),
    /(?<!\d)\d{1,2}(?:[:h]\d{2}){1,2}(?:\s?[ap]\.?m\b\.?)?/gi,
    /(?<!\d)\d{1,2}\s?(?:[ap]\.?m\b\.?|uhr\b|o['’]clock\b)/gi,
    // Amounts.
    new RegExp(
      `(?:\\p{Sc}|(?<!\\p{L})(?:${codes})\\.?)[\\s\\u00a0]?[-−]?${number}(?<![.,'’])${magnitude}`,
      'giu',
    ),
    new RegExp(
      `${fresh}${number}${magnitude}[\\s\\u00a0]?(?:\\p{Sc}|[%‰]|(?:${codes}|${coins})(?!\\p{L}))`,
      'giu',
    ),
    // Telephone numbers and other groups of digits.
    /(?<![\d+])\+?\d[\d\s()/.-]{5,25}\d/g,
    // What is numbered, and long numbers.
    new RegExp(
      `(?<!\\p{L})(?:${numbered})\\.?[\\s:#]{0,3}(?:(?:no|nr|id)\\.?[\\s:#]{0,3})?\\d{1,3}(?!\\d)`,
      'giu',
    ),
    /\p{Nd}{4,}/gu,
  ],
  /** Order numbers, versions, models: words in which digits stand, protected unless they are a short number and no more. */
  withDigits: [
    /(?<![\p{L}\p{N}_#/.+-])#?[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_](?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_/.#+-]*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}])?/gu,
  ],
};
