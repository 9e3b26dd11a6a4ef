const EMOJI = /(?:\p{Extended_Pictographic}[\p{Emoji_Modifier}\u200d\ufe0f]*)+/gu;

/** ":)", ";-)", ":-D", "<3" behind a word. */
const EMOTICON = /(?<=\s)(?:[:;=]['’]?-?[()DPpOo/|*]+|<3|\^\^|xD)(?=\s|$)/gu;

/** Beside words, emoji are manners: "Contoso? 🙏" thanks nobody. A message of emoji alone stays as it is. */
export function withoutEmoji(text: string): string {
  if (!/\p{Extended_Pictographic}|[:;=<^]|xD/u.test(text)) return text;
  const words = text.replace(EMOJI, ' ').replace(EMOTICON, ' ');
  if (words === text) return text;
  return /\p{L}/u.test(words) ? words.replace(/^[^\S\n]+|[^\S\n]+$/gu, '').replace(/[^\S\n]{2,}/gu, ' ') : text;
}
