import type { Language } from '../domain/language';

/** What people call quiet hours, by language; small letters, straight apostrophes. */
export interface QuietWords {
  /** Names the matter by itself. */
  readonly topic: string;
  /** Asks for quiet where hours or days are said with it. */
  readonly asks: string;
  readonly off: string;
  readonly on: string;
  /** That a pause is over. */
  readonly over: string;
  readonly night: string;
  readonly weekend: string;
  /** Urgent things may come, and may not. */
  readonly urgent: string;
  readonly urgentToo: string;
  readonly from: string;
  readonly to: string;
  /** What is left of asking when the words stand apart. */
  readonly not: string;
  /** Public holidays, and that they are free, which asks for quiet by itself. */
  readonly holidays: string;
  readonly holidaysOff: string;
  /** Words that add nothing. */
  readonly rest: string;
}

export const QUIET_WORDS: Readonly<Record<Language, QuietWords>> = {
  en: {
    topic: "quiet (?:hours?|times?|days?|period)|(?:do not|don't) disturb(?: mode)?|dnd|silent hours",
    asks: "pause(?: (?:all |the )?(?:messages|news|notifications|announcements|posts|cards|posting|everything|this channel|this chat|yourself))?|(?:shut|pipe) (?:it|up)|zip it|no (?:more )?(?:pings?|spam|noise|pinging|chatter)|(?:mute|hush|silence|shush)(?: (?:this channel|this chat|yourself|notifications|messages|everything|all))?|(?:be|keep|stay|keep it) (?:quiet|silent)|quiet|nothing(?! new)|(?:(?:we|we're|we are|office|the office)(?: is| are)? )?closed|keep it down|no (?:more )?(?:news|messages?|announcements?|notifications?|posts|pings|cards)|(?:don't|do not|never|stop) (?:disturb|bother|message|ping|notify|wake|announc|post|writ|send)(?:e|ing)?(?: (?:to|us|me|anything|messages|cards|stuff|things))*",
    off: 'off|no|none|no more|remove|disable|cancel|end|delete|stop|clear|drop',
    over: '(?:end|stop|cancel|lift|quit) (?:the |this )?(?:pause|silence)|(?:you (?:can|may) |please )?(?:talk|speak|post|announce|write)(?: (?:here|to us))? again|un-?pause(?: this channel)?|resume (?:the )?(?:posting|announc(?:ing|ements)|messages|news)',
    on: 'on|enable|activate|start',
    night: 'at night|overnight|by night|in the night|during the night|nights?|every night',
    weekend: 'week-?ends?(?: off)?|saturdays? (?:and|&|or) sundays?|sat(?: |-|/|&)+sun',
    urgent:
      "(?:except|unless|but)(?: for| when| if)?(?: it's| it is| what is| what's)? ?urgent(?: things| messages| news| ones| stuff)?|(?:let )?(?:only )?urgent (?:things|messages|news|ones|stuff)? ?(?:may |can |should |are allowed to |still )*(?:break through|come through|get through|go through|pass|through|come)(?: through)?(?: anyway| all the same)?",
    urgentToo:
      '(?:not even|no) (?:the )?urgent (?:things|messages|news|ones|stuff)?|urgent (?:things|messages|news|ones|stuff)? ?(?:too|as well|may wait|can wait|wait|waits|should wait)(?: too| as well)?',
    from: 'from|between|after|starting at|starting|since',
    to: 'to|until|till|til|and|before|through|-',
    not: 'not|anything',
    holidays: '(?:(?:public|bank|national|legal|official) )?holidays?',
    holidaysOff: '(?:(?:the )?(?:public|bank|national|legal) )?holidays (?:are |is )?(?:off|quiet|free)',
    rest: 'any more|anymore|back|again|please|pls|set|put|turn|switch|make|have|want|would|like|need|we|i|us|our|my|the|these|to|at|in|on|here|this|channel|chat|team|and|or|for|every|each|all|day|days?|daily|only|should|with|is|are|be|also|new|any|of|a|during|it|them|change|keep|those|too|now|hours|them|from now on|from|during',
  },
  de: {
    topic: 'ruhe(?:zeit|stunde|tag)(?:en|e|n)?|nachtruhe|stille (?:stunden|zeiten|tage)|nicht[- ]stören(?:-modus)?',
    asks: 'pause|pausiere[n]?|(?:mach(?:e|t)? )?(?:eine )?pause|stumm(?:schalten)?|(?:halt|haltet|halte) (?:mal )?(?:die|den) (?:klappe|mund|schnabel|rand)|betriebs(?:ferien|ruhe)|(?:ist|sind|haben)(?: hier| wir| bei uns| das büro)* (?:zu|geschlossen)|geschlossen|kein(?:e)? (?:gepinge|pings?|lärm|spam)|bleib (?:still|ruhig)|(?:bis dahin )?(?:bitte )?(?:still|ruhig)|(?:keine|ohne) (?:nachrichten|meldungen|benachrichtigungen|ankündigungen|karten|störungen)|(?:bitte )?(?:störe?|stört|schreibe?|melde?|schicke?|sende?|poste?)(?: (?:uns|mich|hier|nichts|nicht|keine|nachrichten|bitte))+|sei(?:d)? (?:still|ruhig|leise)|ruhe|nichts (?:melden|schicken|senden|posten|ankündigen|schreiben)|nicht stören',
    off: 'aus|keine|abschalten|ausschalten|aufheben|löschen|lösche|deaktiviere[n]?|abstellen|weg|beenden|beende|entferne[n]?',
    over: '(?:beende|beenden|stopp|stoppe) (?:die |diese )?(?:pause|ruhe|stille)|(?:die )?(?:pause|ruhe) (?:beenden|aufheben|(?:ist )?vorbei)|(?:du (?:darfst|kannst) )?(?:hier )?(?:jetzt )?wieder (?:melden|sprechen|reden|schreiben|posten)',
    on: 'an|ein|einschalten|aktiviere[n]?|anschalten',
    night: 'nachts|in der nacht|über nacht|jede nacht',
    weekend: 'wochenenden?|samstags? und sonntags?|sa(?: |-|/|&|und)+so',
    urgent:
      '(?:außer|ausser)(?: wenn| bei| in)?(?: es)? ?dringend\\p{L}*(?: ist| fällen| sachen| dingen?)?|(?:nur )?dringend\\p{L}* ?(?:darf |soll |kann |dürfen |sollen |können )?(?:trotzdem |durch|dennoch )?(?:durchkommen|durch|kommen|gemeldet werden|melden|durchlassen)?',
    urgentToo:
      '(?:auch )?(?:dringend\\p{L}*) (?:auch nicht|nicht|wartet(?: auch)?|kann warten|warten)|(?:auch )?nichts dringendes',
    from: 'von|zwischen|nach|ab|vom',
    to: 'bis|und|vor|bis zum|-',
    not: 'nicht|nichts|keine',
    holidays: '(?:gesetzlichen? )?feiertage?n?|feiertags',
    holidaysOff: '(?:gesetzliche )?feiertage (?:sind )?(?:frei|ruhig|aus)',
    rest: 'mehr|wieder|bitte|setze?|stelle?|mache?|ändere?|schalte?|haben|wollen|möchten|hätten|gern|gerne|wir|ich|uns|unsere?|meine?|die|der|den|das|dem|am|an|auf|im|in|hier|diese[mn]?|kanal|chat|team|und|oder|für|jeden|jede|alle|tage?|täglich|nur|soll(?:en)?|mit|ist|sind|auch|neuen?|um|uhr|ein|zu|es|sein|gelten|gilt|ganz|ganzen?|vormittags|morgens|abends|früh',
  },
  fr: {
    topic:
      'heures? (?:calmes?|de silence|tranquilles?|silencieuses?)|plages? (?:calmes?|de silence|silencieuses?)|jours? (?:calmes?|de silence)|(?:mode )?ne pas déranger',
    asks: "pause|(?:nous sommes |on est |c'est )?fermée?s?|tais-toi|taisez-vous|chut|(?:pas|plus) de (?:pings?|bruit)|(?:reste[rz]?|sois) (?:silencieux|calme|tranquille)|mets-toi en (?:pause|silence)|(?:pas de|aucun|aucune|plus de) (?:messages?|notifications?|annonces?|cartes?)|(?:ne )?(?:nous |me |m')?(?:dérange[rz]?|écri[st]?|écrivez|envoie|envoyez|annonce[rz]?|notifie[rz]?|n'annonce[rz]?|n'envoie[rz]?|n'écri[st]?)(?:-nous|-moi)? (?:pas|rien)(?: de messages?)?|silence|ne rien (?:envoyer|annoncer|dire)",
    off: "désactive[rz]?|supprime[rz]?|pas d'|plus d'|pas de|plus de|aucune?|enlève[rz]?|annule[rz]?|arrête[rz]?|sans",
    over: '(?:arrête[rz]?|termine[rz]?|mets fin à|fin de) (?:la |le )?(?:pause|silence)|(?:tu peux|vous pouvez) (?:de nouveau )?(?:parler|annoncer|écrire)(?: de nouveau| ici)*|reprends? les annonces',
    on: 'active[rz]?',
    night: 'la nuit|de nuit|pendant la nuit|chaque nuit|toutes les nuits',
    weekend: 'week-?ends?|fins? de semaine|(?:le )?samedi et (?:le )?dimanche',
    urgent:
      "sauf (?:si )?(?:c'est |en cas d')?urgen\\p{L}*|(?:seul |seulement )?(?:les |l'|ce qui est )?(?:messages? )?urgen\\p{L}*(?: peut| peuvent| doit)?(?: quand même)? ?(?:passer?|passent|arriver?|venir)?",
    urgentToo:
      "(?:même |aussi )?(?:les |l'|ce qui est )?(?:messages? )?urgen\\p{L}* (?:aussi|attend|attendent|peut attendre|peuvent attendre)|même pas l'urgent",
    from: 'de|entre|après|à partir de|depuis|dès',
    to: "à|a|et|jusqu'à|avant|-",
    not: 'pas|rien',
    holidays: 'jours? fériés?|fériés',
    holidaysOff: 'jours fériés (?:libres|chômés|calmes)',
    rest: "plus|s'il te plaît|s'il vous plaît|stp|svp|mets|mettre|mettez|règle[rz]?|change[rz]?|fais|voudrions|veux|voulons|nous|je|on|nos|notre|mes|le|la|les|des|du|de|d'|ici|ce|canal|cette|conversation|et|ou|pour|chaque|tous|toutes|jours?|toute la journée|seulement|avec|aussi|à|en|au|pendant|sont|soient|du matin|du soir|heures|h",
  },
  es: {
    topic:
      'hor(?:as?|arios?) (?:de silencio|tranquilas?|silenciosas?|de descanso|silencioso|de tranquilidad)|días? (?:de silencio|tranquilos?|de descanso)|(?:modo )?no molestar',
    asks: 'pausa[r]?|calla(?:te)?|(?:estamos |está )?cerrad[oa]s?|cállate|(?:sin|nada de) (?:pings?|ruido)|(?:quédate )?en silencio|(?:no|nunca) (?:nos |me )?(?:molestes?|molesten|molestar|envíes?|envíen|mandes?|manden|escribas?|escriban|avises?|avisen|anuncies?|anuncien)(?: (?:nada|mensajes|avisos|tarjetas|aquí))*|(?:sin|no|ningún|no más) (?:mensajes?|avisos?|notificaciones|anuncios?|tarjetas?)|silencio|nada de mensajes',
    off: 'desactiva[r]?|sin|quita[r]?|elimina[r]?|no|ninguna|borra[r]?|cancela[r]?|apaga[r]?',
    over: '(?:termina[r]?|acaba[r]?|quita[r]?|fin de) (?:la |el )?(?:pausa|silencio)|(?:ya )?puedes (?:volver a )?(?:hablar|avisar|escribir)(?: de nuevo| otra vez| aquí)*|reanuda[r]? (?:los )?avisos',
    on: 'activa[r]?|pon|poner',
    night: 'por las? noches?|de noche|durante la noche|cada noche',
    weekend: 'fin(?:es)? de semana|sábados? y domingos?',
    urgent:
      '(?:salvo|excepto|menos)(?: si es| lo| los| en caso de)? ?urgen\\p{L}*|(?:solo |sólo )?(?:lo |los |las )?(?:mensajes |cosas )?urgentes? ?(?:sí |puede |pueden |debe )?(?:pasar?|pasan|llegar?|venir|entrar)?(?: igualmente)?',
    urgentToo:
      '(?:tampoco |también )?(?:lo |los |las )?(?:mensajes |cosas )?urgentes? (?:tampoco|espera|esperan|también|puede esperar)|ni lo urgente',
    from: 'de|desde|entre|después de|a partir de|desde las|entre las',
    to: 'a|hasta|y|antes de|-|hasta las',
    not: 'no|nada',
    holidays: '(?:días? )?festivos?|feriados?|días? feriados?',
    holidaysOff: 'festivos (?:libres|tranquilos)',
    rest: 'más|por favor|pon|poner|cambia[r]?|haz|queremos|quiero|nos|me|nuestras?|mis|el|la|las|los|del?|aquí|este|esta|canal|chat|y|o|para|cada|todos?|todas|días?|todo el día|solo|sólo|con|también|a|en|al|durante|son|sean|de la mañana|de la tarde|de la noche|horas|h|un|una',
  },
  nl: {
    topic:
      'stille (?:uren|tijden|dagen)|stilte-?(?:uren|tijden|tijd)|rust(?:tijd|tijden|uren|dagen)|niet[- ]storen(?:-modus)?',
    asks: 'pauze(?:er)?|stil|(?:hou|houd) je (?:stil|mond|kop)|(?:we zijn |wij zijn |is )?(?:gesloten|dicht)|geen (?:pings?|herrie|gedoe)|(?:geen|zonder) (?:berichten|meldingen|aankondigingen|notificaties|kaarten)|(?:stoor|stuur|meld|schrijf|post)(?: (?:ons|me|mij|hier|niets|niet|geen|berichten))+|(?:wees|blijf|hou je) stil|stilte|niets (?:sturen|melden|posten)|niet storen',
    off: 'uit|geen|verwijder|verwijderen|uitzetten|uitschakelen|stop|weg|annuleer',
    over: '(?:stop|beëindig|einde) (?:van )?(?:de )?(?:pauze|stilte)|(?:je (?:mag|kunt) )?(?:hier )?weer (?:praten|melden|schrijven|posten)|hervat de meldingen',
    on: 'aan|inschakelen|aanzetten|activeer',
    night: "'s nachts|in de nacht|elke nacht|snachts",
    weekend: 'week-?end(?:en|s)?|zaterdag(?:en)? en zondag(?:en)?|za(?: |-|/|&|en)+zo',
    urgent:
      '(?:behalve|tenzij)(?: als| wat| het)? ?(?:dringend\\p{L}*|urgent\\p{L}*|spoed)(?: is| zaken)?|(?:alleen )?(?:dringende?|urgente?|spoed) ?(?:zaken |berichten |dingen )?(?:mag |mogen |kan |kunnen )?(?:wel )?(?:door(?:komen)?|komen)?(?: wel)?',
    urgentToo:
      '(?:ook )?(?:dringende?|urgente?) ?(?:zaken |berichten |dingen )?(?:ook niet|niet|wacht(?:en)?(?: ook)?|kan wachten)',
    from: 'van|tussen|na|vanaf',
    to: 'tot|en|voor|t/m|-',
    not: 'niet|niets|geen',
    holidays: '(?:officiële )?feestdag(?:en)?',
    holidaysOff: 'feestdagen (?:vrij|stil)',
    rest: "meer|weer|graag|aub|alsjeblieft|zet|maak|stel|verander|wijzig|willen|wil|we|wij|ik|ons|onze|mijn|de|het|dit|deze|kanaal|chat|team|en|of|voor|elke|iedere|alle|dag(?:en)?|hele|alleen|met|ook|op|in|hier|aan|om|uur|zijn|moeten|een|'s ochtends|'s avonds|in het",
  },
};

/** Weekdays as they are said, also of every week. */
export const WEEKDAY_WORDS = {
  sunday: 'sundays?|sonntags?|dimanches?|domingos?|zondag(?:en|s)?',
  monday: 'mondays?|montags?|lundis?|lunes|maandag(?:en|s)?',
  tuesday: 'tuesdays?|dienstags?|mardis?|martes|dinsdag(?:en|s)?',
  wednesday: 'wednesdays?|mittwochs?|mercredis?|miércoles|miercoles|woensdag(?:en|s)?',
  thursday: 'thursdays?|donnerstags?|jeudis?|jueves|donderdag(?:en|s)?',
  friday: 'fridays?|freitags?|vendredis?|viernes|vrijdag(?:en|s)?',
  saturday: 'saturdays?|samstags?|sonnabends?|samedis?|sábados?|sabados?|zaterdag(?:en|s)?',
} as const;

/** Hours of the clock that have a name. */
export const HOUR_NAMES: readonly (readonly [string, number])[] = [
  ['midnight|mitternacht|minuit|(?:la )?medianoche|middernacht', 0],
  ['noon|midday|mittag|midi|(?:el )?mediodía|de middag', 12 * 60],
];
