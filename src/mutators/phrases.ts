/** What is said around a text: before it and behind it. */
type Phrases = { before: readonly string[]; behind: readonly string[] };

/** Courtesies and curses by language; none says anything of its own about a task. */
export const phrases: Readonly<Record<'polite' | 'angry', Readonly<Record<string, Phrases>>>> = {
  polite: {
    en: {
      before: [
        'Good afternoon! I hope this finds you well, and thank you in advance for your time.',
        'Hello there, I am so sorry to trouble you with this.',
        'Dear team, you have always been wonderful, so I dare to ask once more.',
        'Hi, if it is not too much to ask, could you kindly look at this for me?',
        'Good morning, and my very best wishes to everybody who works with you.',
      ],
      behind: [
        'Thank you so very much, I truly appreciate it.',
        'Please take all the time that you need. Kind regards!',
        'I am grateful for whatever you can do. Have a lovely day!',
        'Many thanks, and please excuse the disturbance.',
        'With warm regards and my sincere thanks.',
      ],
    },
    de: {
      before: [
        'Guten Tag! Ich hoffe, es geht Ihnen gut, und danke schon jetzt für Ihre Zeit.',
        'Liebes Team, entschuldigen Sie bitte vielmals die Störung.',
      ],
      behind: ['Haben Sie ganz herzlichen Dank!', 'Mit den besten Grüßen und einem schönen Tag noch.'],
    },
    fr: {
      before: [
        'Bonjour, j’espère que vous allez bien, et merci d’avance pour votre temps.',
        'Chère équipe, je suis vraiment navrée de vous déranger.',
      ],
      behind: ['Merci infiniment, et très belle journée à vous.', 'Avec toute ma gratitude.'],
    },
    es: {
      before: [
        'Buenas tardes, espero que estén muy bien, y gracias de antemano por su tiempo.',
        'Querido equipo, disculpen mucho la molestia.',
      ],
      behind: ['Muchísimas gracias, que tengan un día precioso.', 'Con todo mi agradecimiento.'],
    },
  },
  angry: {
    en: {
      before: [
        'I am absolutely fed up with this nonsense.',
        'What on earth is wrong with you people?!',
        'For the third time now, because obviously nobody there can read:',
        'This is a disgrace and I have had enough!',
        'Are you kidding me?! I am furious right now.',
      ],
      behind: [
        'And do not dare to send me another canned reply!',
        'Unbelievable. Honestly, unbelievable!!',
        'I have never been treated like this in my life.',
        'Get a grip, all of you!!!',
        'I am so tired of this circus.',
      ],
    },
    de: {
      before: ['Mir reicht es jetzt endgültig!', 'Was ist bei euch eigentlich los?!'],
      behind: ['So etwas habe ich noch nie erlebt!!', 'Eine Frechheit ist das, eine bodenlose Frechheit!'],
    },
    fr: {
      before: ['J’en ai vraiment par-dessus la tête !', 'Mais vous vous moquez de moi, là ?!'],
      behind: ['C’est une honte, je n’ai jamais vu ça !!', 'Franchement, c’est lamentable !'],
    },
    es: {
      before: ['¡Ya estoy harta de esta tontería!', '¿Pero qué les pasa a ustedes?!'],
      behind: ['¡Es una vergüenza, nunca he visto nada igual!!', '¡De verdad, increíble!'],
    },
  },
};
