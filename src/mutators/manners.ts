/** Who might have said the same: each says it in another way. They end a sentence: "as … would". */
export const manners: readonly string[] = [
  'somebody in a great hurry',
  'a very formal person',
  'somebody who learnt the language late and makes small mistakes',
  'a person who tells everything at length',
  'somebody who uses as few words as possible',
  'a teenager in a chat',
  'an elderly person who writes letters',
  'an engineer who lists facts',
  'somebody who begins with what matters most',
  'somebody who comes to the point at the very end',
  'a person who asks where others state',
  'somebody who dictates to a telephone',
];
