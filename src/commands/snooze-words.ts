import type { Language } from '../domain/language';

/** The words around an account that is to wait; the name follows, then the day. `day`: they say so only with a day. */
interface Frame {
  readonly words: string;
  readonly day: 'day' | 'any';
}

export const FRAMES: Readonly<Record<Language, readonly Frame[]>> = {
  en: [
    {
      words: '(?:snooze|postpone|defer|shelve)(?: the (?:account|card)(?: of| for)?)? |put off |later: ?|later, ',
      day: 'any',
    },
    {
      words:
        'hold(?: off(?: on)?)? |forget(?: about)? |put |park |pause |delay |push(?: back)? |hide |leave |set aside |keep |later |(?:come|get|go) back to |revisit |look (?:into|at) |do |bring (?:up )?',
      day: 'day',
    },
  ],
  de: [
    { words: '(?:snooze?|vertage?|verschiebe?|(?:auf |zur )?wiedervorlage:?) |später: ?', day: 'any' },
    {
      words:
        '(?:stelle?|schiebe?|lege?|parke?|pausiere?|lass|setze?|halte?|nimm|verlege?|vergiss)(?: bitte| mal)? |(?:mach(?:en)?|machen wir|nehmen wir(?: uns)?|schauen wir uns) |später |(?=[^ ]+.* (?:zurückstellen|verschieben|vertagen|aufschieben|snoozen|parken|schlafen legen|liegen lassen|ruhen lassen|pausieren|zurückgestellt|auf wiedervorlage)$)',
      day: 'day',
    },
  ],
  fr: [
    { words: '(?:snooze[rz]?|reporte[rz]?|repousse[rz]?|diffère|différer) |plus tard ?: ?', day: 'any' },
    {
      words:
        '(?:mets|met|mettez|mettre|laisse[rz]?|décale[rz]?|remets|remettez|remettre|garde[rz]?|oublie[rz]?|suspend[sz]?) (?:le compte (?:de )?)?|(?:on )?(?:revient|reviens|revenir|revenons) sur |(?:on (?:voit|verra|fait)) |plus tard ',
      day: 'day',
    },
  ],
  es: [
    {
      words: '(?:pospón|pospon|posponer|posponga|posponlo|aplaza|aplazar|aplace|snooze) (?:a )?|(?:más tarde|luego): ?',
      day: 'any',
    },
    {
      words:
        '(?:deja|dejar|deje|dejemos|retrasa|retrasar|pausa|pausar|aparca|aparcar|guarda|pon|mueve|olvida) (?:a )?|(?:más tarde|luego) |(?:volvemos|vuelve|volver) a ',
      day: 'day',
    },
  ],
  nl: [
    { words: '(?:snooze|stel uit|verschuif|uitstellen:?) |later: ?', day: 'any' },
    {
      words:
        '(?:stel|zet|schuif|parkeer|pauzeer|leg|laat|houd|hou|doe|vergeet)(?: even)? |later |(?:kom|ga) terug op |(?=[^ ]+.* (?:uitstellen|parkeren|opzij zetten|laten liggen|pauzeren|snoozen)$)',
      day: 'day',
    },
  ],
};

/** After these a day follows. */
export const UNTIL: Readonly<Record<Language, string>> = {
  en: "not (?:before|until|till)|until|till|'?til|untill",
  de: 'erst(?: wieder)?(?: (?:ab|am|im|in))|erst(?: wieder)?|bis(?: auf)?',
  fr: "pas avant|jusqu'(?:à|a|au|en|aux)|jusque",
  es: 'no antes de(?:l)?|hasta|recién',
  nl: 'niet (?:voor|eerder dan)|pas(?: weer)?(?: (?:op|in))|pas(?: weer)?|tot(?: aan| en met)?',
};

/** The rest of a verb behind the day: "stelle Contoso bis Montag zurück". */
export const BEHIND =
  /^(?:(?:zurück(?:stellen|gestellt)?|auf(?:schieben)?|weg|liegen(?: lassen)?|ruhen(?: lassen)?|schlafen(?: legen)?|beiseite|zur seite|hinaus|hin|vor|an|verschieben|vertagen|snoozen|parken|pausieren|auf wiedervorlage|wieder|nochmals?|weer laten zien|laten zien|wieder zeigen|zeigen|uit(?:stellen)?|opzij(?: zetten)?|liggen|rusten|wachten|staan|parkeren|pauzeren|laten liggen|en (?:veille|attente|pause|suspens)(?! d)|de côté|please|pls|bitte|thanks|stp|svp|por favor|aub|graag)(?=$|[\s,;:.]))+/iu;

/** Words with which a reason begins; those in the group only join it. */
export const REASON =
  /^(?:(because(?: of)?|'?cause|cuz|since|due to|reason:|weil|denn|wegen|grund:|parce que|parce qu'|car|à cause d[eu]|motif ?:|porque|ya que|por(?! favor)|motivo:|omdat|want|wegens|vanwege|reden:)|(?:waiting|wait|they|we|he|she|warten?|wartet|wir|sie|attend|attente|en attente|ils|on|espera|esperando|esperamos|wacht|wachten|we|ze)(?!\p{L}))\s*/iu;

/** Words of the sentence at the end of a name. */
export const AROUND =
  /(?:,? (?:en (?:veille|attente|pause|suspens|espera|pausa)|de côté|up|even|maar|weg|uit|opzij|op snooze|in de wacht|on ice|in the freezer|aside|erst ?mal|erst|mal|bitte|wieder|zurück|liggen|asleep|off|back|on hold|for now|please|doch|lieber|dann|ook maar|auf wiedervorlage|zur wiedervorlage|auf eis|auf|for|to|pour|para|au|à|a|naar|im|in|ins|en|um|am|on|op|le|el|again|nochmal|still|liever|plutôt|mejor))+$/iu;

/** Names nobody, or begins something else. */
export const NO_ACCOUNT = new RegExp(
  `^(?:${[
    'if unless provided it this that these those them all everything nothing something a an another some any i i’m we you he she they who what when where why how is are was has have had did does do will not no my our your their his her its last first me us notifications meeting the\\s+(?:meeting|call|digest|reminder|list|review|board)',
    'wenn falls sobald ob es das dies diese dieses alle alles ich wir du er sie wer was wann wo warum wie ist sind war hat haben kann nicht kein keine mein meine meinen unser unsere unseren mal',
    'si sauf ça cela ce il elle ils elles je nous vous on qui que quand où est sont a ont ne pas mon notre tout toutes rien un une',
    'cuando lo eso esto yo nosotros tú él ella quién qué cuándo dónde es son ha han no mi nuestro todo todos nada',
    'als wanneer zodra indien het dit dat deze ik wij we jij hij zij ze wie wat wanneer waar is zijn heeft hebben niet geen mijn ons alles',
  ]
    .join(' ')
    .split(' ')
    .join('|')})(?=[\\s.!,:]|$)`,
  'u',
);

/** What else is put off or moved to a day: summaries, and what belongs to a company. */
export const OTHER_MATTER =
  /(?<!\p{L})(?:digests?|reports?|summar(?:y|ies)|notifications?|subscriptions?|licen[cs]es?|übersicht|zusammenfassung|bericht|benachrichtigungen|meldung(?:en)?|abonnements?|abos|lizenzen|résumé|synthèse|rapport|alertes?|abonnement|resumen|informe|avisos|suscripci(?:ón|ones)|overzicht|samenvatting|verslag|meldingen|abonnementen|licenties)(?!\p{L})/iu;

/** What customers do, or not yet: "Contoso unterschreibt erst am Montag" tells of them. */
const DO =
  "(?:unterschreib|unterzeichn|antwort|zahl|bezahl|komm|start|beginn|entscheid|reagier|bestätig)(?:e?t|en)(?: sich)?|meldet? sich|melden sich|(?:ne |n')(?:signe|répond|accepte|revien|décide|paie|réagi|valide|commence|confirme)\\p{L}*|(?:signe|répond|revien|accepte|valide)(?:nt|ra|ront|t|nent)?|(?:teken|antwoord|reageer|kom|betaal|beslis|aanvaard|accepteer|begin|start)(?:t|en|dt)?";

/** A name that ends so is none. */
export const ENDS_IN_VERB = new RegExp(`(?<=\\S)\\s(?:${DO})$`, 'u');

const NAME = String.raw`(?<name>[^,;?:]{1,120}?)`;

export const WAKE: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:wake(?: up)?|un-?snooze|un-?postpone|revive) ${NAME}(?: up)?(?: again| now)?`,
    `bring ${NAME} back(?: now| (?:to|on(?:to)?|in(?:to)?) (?:the )?(?:board|list|review))?`,
    `(?:end|stop|cancel|lift) the snooze (?:of|for|on) ${NAME}`,
    `${NAME} (?:doesn't|does not|needn't|need not|no longer)(?: have to| needs? to| has to)? wait (?:any ?more|any longer|after all)`,
    `${NAME} no longer (?:needs|has) to wait`,
  ],
  de: [
    `(?:wecke?|wecken|aktiviere?) ${NAME}(?: wieder| jetzt)?(?: auf)?`,
    `${NAME} (?:muss|braucht) (?:nicht (?:mehr|länger)|nimmer)(?: zu)? (?:warten|ruhen)`,
    `hole? ${NAME} (?:wieder |jetzt )?(?:zurück|hervor|vor)`,
    `${NAME} (?:wieder )?(?:aufwecken|wecken|zurückholen)`,
  ],
  fr: [
    `(?:réveille[rz]?|réactive[rz]?) ${NAME}`,
    `${NAME} n'a plus (?:besoin d'attendre|à attendre)`,
    `(?:sors|sortez|sortir) ${NAME} de (?:la )?veille`,
    `(?:remets|ramène|remettez) ${NAME} (?:dans|sur) (?:la liste|le tableau)`,
  ],
  es: [
    `(?:despierta|despertar|reactiva|reactivar|recupera) (?:a )?${NAME}`,
    `${NAME} ya no (?:tiene que|necesita) esperar`,
    `(?:saca|devuelve) (?:a )?${NAME} (?:del aplazamiento|a la lista|al tablero)`,
  ],
  nl: [
    `(?:wek|activeer) ${NAME}(?: weer| nu)?(?: op)?`,
    `maak ${NAME} (?:weer )?wakker`,
    `${NAME} hoeft niet (?:meer|langer) te wachten`,
    `haal ${NAME} (?:weer |nu )?terug`,
  ],
};

/** That an account is put away, without a word on until when. */
export const PUT_AWAY: Readonly<Record<Language, readonly string[]>> = {
  en: [
    `(?:put|place|keep|leave) ${NAME} (?:on hold|aside|on ice|to one side|on the back burner)`,
    `(?:set|put|leave) aside ${NAME}`,
    `hold off on ${NAME}`,
  ],
  de: [
    `stelle?n?(?: sie)?(?: bitte| mal)? ${NAME}(?: bitte| mal)? zurück`,
    `(?:lege?|schiebe?)(?: bitte| mal)? ${NAME} (?:beiseite|auf eis|zur seite|auf wiedervorlage)`,
    `lass(?: bitte| mal)? ${NAME} (?:liegen|ruhen)`,
    `parke?(?: bitte| mal) ${NAME}`,
    `${NAME} (?:zurückstellen|auf eis legen|liegen lassen|ruhen lassen|aufschieben)`,
  ],
  fr: [
    `(?:mets|met|mettez|mettre|laisse[rz]?|garde[rz]?) ${NAME} (?:en attente|en veille|en pause|en suspens|de côté)`,
    `(?:mets|met|mettez|mettre) (?:en attente|en veille|en pause|en suspens|de côté) ${NAME}`,
  ],
  es: [
    `(?:pon|poner|ponga|deja|dejar|deje) (?:a )?${NAME} (?:en espera|en pausa|a un lado|aparte|aparcad[oa])`,
    `(?:aparca|aparcar|aparque) (?:a )?${NAME}`,
  ],
  nl: [
    `(?:zet|leg|houd?)(?: even)? ${NAME} (?:in de wacht|opzij|on hold|aan de kant|in de ijskast)`,
    `stel(?: even)? ${NAME} uit`,
    `parkeer(?: even)? ${NAME}`,
    `${NAME} (?:uitstellen|opzij leggen|in de wacht zetten)`,
  ],
};

/** "Contoso unterschreibt erst am Montag": until then nothing will happen. */
export const ONLY_LATER: Readonly<Record<Language, string>> = {
  en: `(?:don't|do not|no need to) (?:bother|nag|ping|pester|trouble|disturb) (?:us|me|anyone)? ?(?:with|about) ${NAME} (?:before|until|till) (?<day>.{2,40})`,
  de: `${NAME} (?:${DO}) (?:wohl |vermutlich )?(?:erst(?: wieder)?(?: (?:ab|am|im|in))?|nicht vor) (?<day>.{2,40})|(?:nervt?e?|störe?|belästige?) (?:uns|mich) (?:bitte )?(?:nicht )?(?:mit|wegen) ${NAME.replace('name', 'name2')} (?:nicht )?(?:vor|bis)(?: zum)? (?<day2>.{2,40})`,
  fr: `${NAME} (?:${DO}) (?:pas avant|qu'(?:en|à)|seulement) (?<day>.{2,40})|ne (?:nous |me |m')(?:embête[sz]?|dérange[sz]?|parle[sz]?|relance[sz]?) (?:pas |plus )?(?:avec|de|pour) ${NAME.replace('name', 'name2')} (?:avant|jusqu'(?:à|au|en)) (?<day2>.{2,40})`,
  es: `no (?:nos|me) (?:molestes|hables|agobies) (?:más )?(?:con|de|por) ${NAME} (?:antes de(?:l)?|hasta(?: el)?) (?<day>.{2,40})`,
  nl: `${NAME} (?:${DO}) (?:pas(?: weer)?(?: (?:op|in))?|niet voor) (?<day>.{2,40})|val (?:ons|me|mij) (?:niet )?lastig met ${NAME.replace('name', 'name2')} (?:niet )?(?:voor|tot) (?<day2>.{2,40})`,
};

/** That somebody does not get to it today. */
export const NOT_TODAY: Readonly<Record<Language, string>> = {
  en: 'not today|not now',
  de: 'heute nicht(?: mehr)?|nicht heute',
  fr: "pas aujourd'hui|pas maintenant",
  es: 'hoy no|no hoy|ahora no',
  nl: 'vandaag niet(?: meer)?|niet vandaag|nu niet',
};
