import { defineMutator } from '../domain/mutator.ts';
import { isEnded } from './is-ended.ts';
import { pick } from './pick.ts';
import { secondRequests } from './second-requests.ts';

export const secondRequest = defineMutator({
  name: 'second-request',
  summary: 'A second wish behind the text that contradicts the first.',
  example: {
    before: 'Where is my parcel?',
    after: 'Where is my parcel? Scratch that. Is there a good film on tonight?',
  },
  keeps: 'unsure',
  mutate: (text, { random }) =>
    `${text}${pick(isEnded(text) ? [' ', '\n', '\n\n'] : ['\n', '\n\n'], random)}${pick(secondRequests, random)}`,
});
