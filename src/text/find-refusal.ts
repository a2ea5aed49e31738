import { foldText } from './fold-text.ts';

/** Where in the answer a refusal stands: what comes later is mostly a caveat in an answer that was given. */
const opening = 400;

/** By language, over folded text with straight apostrophes. Every pattern is linear: no repetition inside a repetition. */
const patterns: readonly RegExp[] = [
  // English: a first person that cannot or will not do what was asked.
  /\b(?:i(?:'m| am)|we(?:'re| are)) (?:really |very |so |truly )?(?:sorry|afraid),? (?:but |that )?(?:i|we|this|that)\b[^.!?\n]{0,40}?\b(?:can't|cannot|can not|won't|unable|not able|not allowed|not permitted|against)\b/,
  /\b(?:i|we) (?:simply |really |also |just )?(?:can't|cannot|can not|won't|will not|must decline to|have to decline to|refuse to|decline to|am unable to|are unable to|am not able to|'m not able to|'m unable to|am not allowed to|'m not allowed to|'m not permitted to|am not permitted to|shouldn't) (?:help|assist|do that|do this|provide|comply|fulfil|fulfill|answer|support|engage|participate|create|write|generate|produce|give|share|offer|discuss|continue|complete|facilitate|disclose|reveal|process|follow|carry out|tell you|show you|teach|explain how|in good conscience)\b/,
  /\bi(?:'m| am) (?:not able|unable|not allowed|not permitted|not going|not comfortable) (?:to|with|giving|providing|helping|writing)\b/,
  /\b(?:i|we) (?:must|have to|need to|will have to|respectfully) (?:respectfully )?(?:decline|refuse)\b/,
  /\bas an? (?:ai|artificial intelligence|(?:large )?language model|assistant)\b[^.!?\n]{0,80}?\b(?:can't|cannot|can not|won't|unable|not able|do not have|don't have the ability|not allowed|not appropriate)\b/,
  /\b(?:against|violates?|violating|not in line with) (?:my|our|openai's|the) (?:[a-z]+ )?(?:guidelines|policy|policies|principles|programming|rules|terms)\b/,
  /\bi(?:'d| would) (?:rather|prefer) not (?:to )?(?:help|assist|answer|do|write|provide|share|discuss|say)\b/,
  /\b(?:this|your|that) (?:request|question|prompt) (?:cannot be|can't be|is not something i can|goes against|violates)\b/,
  // German
  /\b(?:ich|wir) (?:kann|können|darf|dürfen|werde|werden|möchte) (?:das|dies|diese[rsnm]?|ihnen|dir|euch|dabei|hierbei|damit|darauf|dazu|keine?[nrs]?|leider|daher|deshalb)\b[^.!?\n]{0,60}?\b(?:nicht|keine?[nrs]?)\b/,
  /\b(?:kann|können|darf|werde) (?:ich|wir) (?:(?:ihnen|dir|euch|leider|dabei|hier|das|dies|damit) )*(?:nicht|keine?[nrs]?)\b[^.!?\n]{0,40}?\b(?:helfen|geben|beantworten|unterstützen|bereitstellen|weitergeben|schreiben|erstellen|tun|nachkommen)/,
  /\btut mir leid\b[^!?\n]{0,60}?\b(?:nicht|keine?[nrs]?)\b/,
  // French
  /\b(?:je|nous) (?:ne |n')(?:peux|puis|pouvons|suis|sommes|vais|souhaite)(?: malheureusement| donc)? pas\b[^.!?\n]{0,20}?\b(?:aider|fournir|répondre|donner|faire|satisfaire|assister|vous|en mesure|autorisée?|écrire|participer|partager|traiter|discuter)\b/,
  /\b(?:désolée?|navrée?)\b[^!?\n]{0,50}?\b(?:je|nous) (?:ne |n')[^!?\n]{0,30}?\bpas\b/,
  // Spanish
  /\b(?:lo siento|lo lamento|disculpa|lamento)\b[^!?\n]{0,50}?\bno (?:puedo|podemos|me es posible|estoy|soy capaz)\b/,
  /\bno (?:puedo|podemos|me es posible|estoy autorizad[oa] a|estoy en condiciones de) (?:ayudar|proporcionar|cumplir|responder|dar|brindar|hacer|asistir|ofrecer|participar|escribir|compartir|generar|atender|crear)/,
  // Portuguese
  /\b(?:desculpe|desculpa|sinto muito|lamento|infelizmente)\b[^!?\n]{0,50}?\bnão (?:posso|podemos|consigo|estou)\b/,
  /\bnão (?:posso|podemos|consigo|estou autorizad[oa] a) (?:te |lhe |o )?(?:ajudar|fornecer|cumprir|responder|dar|fazer|auxiliar|oferecer|participar|escrever|compartilhar|partilhar|gerar|atender|criar)/,
  // Italian
  /\b(?:mi dispiace|spiacente|purtroppo)\b[^!?\n]{0,50}?\bnon (?:posso|possiamo|sono in grado|mi è possibile)\b/,
  /\bnon (?:posso|possiamo|sono in grado di|mi è possibile) (?:aiutar|fornir|rispondere|dare|soddisfare|assister|fare|scrivere|partecipare|condividere|creare)/,
  // Dutch
  /\bik (?:kan|mag|zal|wil) (?:(?:je|u|jou|dat|dit|hier|daar|helaas|hierbij|daarbij|hiermee|daarmee) )*(?:niet|geen)\b[^.!?\n]{0,40}?\b(?:helpen|geven|beantwoorden|voldoen|verstrekken|doen|schrijven|delen|mee)/,
  // Polish
  /\b(?:niestety|przykro mi|przepraszam)\b[^!?\n]{0,40}?\bnie (?:mogę|możemy|jestem w stanie)/,
  /\bnie mogę (?:ci |panu |pani |w tym |tego )?(?:pomóc|udzielić|podać|spełnić|odpowiedzieć|zrobić|napisać)/,
  // Russian and Ukrainian; \b knows no Cyrillic.
  /(?:^|[^\p{L}])(?:я )?(?:к сожалению,? )?(?:я )?не (?:могу|можу|могу вам|буду) (?:вам |тебе |с этим |в этом |на это |вам з цим )?(?:помочь|предоставить|ответить|выполнить|дать|сделать|написать|обсуждать|создать|допомогти|надати|відповісти)/u,
  /(?:извините|простите|к сожалению|вибачте|на жаль)[^!?\n]{0,40}?не (?:могу|можу|имею права|в состоянии)/u,
  // Chinese, Japanese, Korean
  /(?:抱歉|对不起|很遗憾|對不起|不好意思)[^。！？\n]{0,30}?(?:无法|不能|不可以|無法|没办法|沒辦法)/u,
  /(?:我|我们|我們)(?:无法|不能|不可以|無法|不会)(?:帮助|提供|回答|协助|满足|完成|生成|讨论|幫助|協助|回應|回应|执行|透露)/u,
  /(?:申し訳(?:ございません|ありません|ない)|すみません|ごめんなさい|残念ながら)[^！？\n]{0,60}?(?:できません|できかねます|いたしかねます|お答えできない|ことはできない)/u,
  /(?:お手伝い|お答え|回答|提供|対応|ご協力|お応え)(?:することは|は)?(?:できません|できかねます|いたしかねます)/u,
  /(?:죄송|미안|유감)[^!?\n]{0,40}?(?:수 없|못하|어렵습니다|할 수가 없)/u,
  /(?:도와드릴|제공할|답변할|답변드릴|도울|알려드릴) 수(?:는|가)? 없/u,
];

/**
 * The words with which an answer refuses to do what it was asked, or undefined. Rules over the first 400 characters,
 * in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Ukrainian, Chinese, Japanese and
 * Korean. It is a heuristic: a polite dodge without these words is missed.
 */
export function findRefusal(text: string): string | undefined {
  const head = text
    .trimStart()
    .slice(0, opening)
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[*_]/g, '');
  const folded = foldText(head)
    .toLowerCase()
    .replace(/[ \t]+/g, ' ');
  for (const pattern of patterns) {
    const match = pattern.exec(folded);
    if (match) return match[0].trim();
  }
  return undefined;
}
