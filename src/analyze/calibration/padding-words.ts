/**
 * Words that say nothing: neither of the question, nor of the answer, nor that it is right. A judge who finds an output
 * better with them at its end likes length.
 */
export const paddingWords = [
  'There is more than one way to look at a matter like this one, and each of them has its place.',
  'What has been said here can be said in fewer words or in more, depending on who is reading and on how much time there is.',
  'As with most things, it helps to take them one after the other, and to come back to what was said before where that is useful.',
  'With that, what was to be said at this point has been said, and what comes after it comes after it.',
].join(' ');
