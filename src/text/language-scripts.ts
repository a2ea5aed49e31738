/** Which languages (ISO 639-1) are told by their script alone, and which share one. */
export const languageScripts = {
  /** Scripts that one language of those we know is written in. */
  single: {
    Hangul: 'ko',
    Thai: 'th',
    Greek: 'el',
    Hebrew: 'he',
    Georgian: 'ka',
    Armenian: 'hy',
    Tamil: 'ta',
    Telugu: 'te',
    Kannada: 'kn',
    Malayalam: 'ml',
    Gujarati: 'gu',
    Gurmukhi: 'pa',
    Bengali: 'bn',
    Khmer: 'km',
    Lao: 'lo',
    Myanmar: 'my',
    Sinhala: 'si',
    Ethiopic: 'am',
  } as Record<string, string>,
  /** Scripts of several languages, told apart by their function words. */
  shared: {
    Latin: 'en de fr es pt it nl sv da no fi pl cs ro hu tr id vi sw ca'.split(' '),
    Cyrillic: ['ru', 'uk', 'bg', 'sr'],
    Arabic: ['ar', 'fa', 'ur'],
    Devanagari: ['hi', 'mr', 'ne'],
  } as Record<string, string[]>,
  /** Letters that a language of a shared script does not have: a text that is full of them is in another. */
  foreign: {
    ru: /[іїєґјљњћђџ]/gu,
    uk: /[ыэёъјљњћђџ]/gu,
    bg: /[ыэёіїєґјљњћђџ]/gu,
    sr: /[ыэёйщъьюяіїєґ]/gu,
  } as Record<string, RegExp>,
};
