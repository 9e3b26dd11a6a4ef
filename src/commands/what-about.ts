/** How a question about something further opens, in five languages; for patterns that are read without regard to case. */
export const WHAT_ABOUT =
  "(?:what about|how about|was ist mit|wie steht es mit|qu['’]en est-il d[eu]|¿?qué hay de|hoe zit het met)";
