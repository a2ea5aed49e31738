/** What people say between two thoughts, by language. */
export const fillers: Readonly<Record<string, readonly string[]>> = {
  en: ['um', 'uh', 'like', 'you know', 'i mean', 'so yeah', 'well', 'okay so', 'anyway'],
  de: ['äh', 'ähm', 'also', 'halt', 'na ja', 'sag ich mal', 'und so'],
  fr: ['euh', 'ben', 'alors', 'bon', 'en fait', 'tu vois', 'quoi'],
  es: ['eh', 'pues', 'bueno', 'o sea', 'a ver', 'es que', 'vale'],
  it: ['ehm', 'allora', 'cioè', 'insomma', 'dunque', 'ecco'],
  pt: ['é', 'tipo', 'então', 'bom', 'pronto', 'sabe'],
  nl: ['eh', 'nou', 'dus', 'zeg maar', 'weet je', 'ja'],
  pl: ['eee', 'no', 'znaczy', 'wiesz', 'więc', 'dobra'],
};
