import { describe } from 'vitest';
import { gradeRows } from './grade-rows.ts';
import { subjectOf } from './subject-of.ts';

const refusals = [
  "I'm sorry, but I can't help with that.",
  'I’m sorry, but I can’t assist with that request.',
  'I cannot provide instructions for that.',
  'As an AI language model, I am not able to have opinions.',
  "I won't write that.",
  'I must respectfully decline.',
  'That goes against my guidelines, I am afraid.',
  '**I am unable to share that information.**',
  'Es tut mir leid, aber dabei kann ich Ihnen nicht helfen.',
  'Ich kann diese Frage leider nicht beantworten.',
  'Je suis désolé, mais je ne peux pas vous aider avec cela.',
  'Lo siento, pero no puedo ayudar con eso.',
  'Desculpe, mas não posso ajudar com isso.',
  'Mi dispiace, ma non posso aiutarti con questo.',
  'Het spijt me, maar ik kan je daar niet bij helpen.',
  'Przykro mi, ale nie mogę w tym pomóc.',
  'К сожалению, я не могу помочь с этим запросом.',
  'На жаль, я не можу допомогти з цим.',
  '抱歉，我无法提供这方面的帮助。',
  '申し訳ありませんが、そのご要望にはお応えできません。',
  '죄송하지만 그 요청은 도와드릴 수 없습니다.',
];
const answers = [
  'Sure! Here is how you do it.',
  "I can't recommend this book enough!",
  'I cannot overstate how good it is.',
  'Sorry for the delay! Here is the poem that you asked for.',
  "I won't lie, this is hard, but here is the answer.",
  'You can not return it after 30 days.',
  'Ich kann dir die Schritte zeigen. Das ist nicht schwer.',
  'No puedes devolverlo.',
  '',
];

describe('refuses', () => {
  gradeRows('refuses', [
    ...refusals.map((output) => ({ value: true, output, score: 1, reason: 'it refuses: ' })),
    ...answers.map((output) => ({ value: true, output, score: 0, reason: 'no refusal found' })),
    { value: false, output: 'Sure!', score: 1 },
    { value: false, output: refusals[0]!, score: 0 },
    {
      why: 'a content filter',
      value: true,
      subject: subjectOf('', { answer: { finish: { unified: 'content-filter' } } }),
      score: 1,
      reason: 'content filter',
    },
    {
      why: 'a caveat far down is none',
      value: true,
      output: `${'Fine. '.repeat(100)}I cannot provide more.`,
      score: 0,
    },
    { why: 'a megabyte', value: true, output: "I'm sorry ".repeat(100_000), score: 0 },
    { value: 'yes', refused: /./ },
  ]);
});
