import type { Language } from '../domain/language';

/** That somebody else is to take an account. `X` is the account, `W` the colleague. */
export interface RequestWords {
  /** It can mean nothing else. */
  readonly plain: readonly string[];
  /** A company may be asked of in the same words: they count where the colleague or the account is known. */
  readonly loose: readonly string[];
  /** The same words map an account to a customer: they count only where a colleague is called that. */
  readonly like: readonly string[];
}

const EN_DO =
  '(?:take(?: on| over| care of)?|handle|deal with|look (?:after|into|at)|have a look at|check|do|see to|pick up|own)';
const DE_DO =
  '(?:übernehmen|übernimmt|machen|macht|nehmen|nimmt|erledigen|erledigt|bearbeiten|bearbeitet|ansehen|anschauen|prüfen)';
const FR_DO = "(?:prendre|gérer|traiter|(?:s'occuper|se charger) (?:de |d')|regarder)";
const FR_DOES = "(?:prenne|gère|traite|(?:s'occupe|se charge) (?:de |d'))";
const ES_DO = '(?:encargarse de|ocuparse de|llevar|coger|tomar|mirar|hacer|quedarse con)';
const ES_DOES = '(?:se encargue de|se ocupe de|lleve|coja|tome|mire|haga|se quede con)';
const NL_DO = '(?:oppakken|overnemen|doen|nemen|bekijken|behandelen)';

export const REQUEST_WORDS: Readonly<Record<Language, RequestWords>> = {
  en: {
    plain: [
      '(?:give|hand(?: over)?|pass(?: on)?|delegate|reassign|transfer|forward|leave) X (?:over |on )?to W',
      `(?:ask|tell|get) W (?:to|if (?:he|she|they) (?:can|could|would|will|wants? to)|whether (?:he|she|they) (?:can|could|would)) ${EN_DO} X`,
      `(?:let|have) W ${EN_DO} X`,
    ],
    loose: [
      `(?:can|could|would|will|should) W ${EN_DO} X`,
      `W (?:should|shall|can|could|must|needs to|is to|has to|will|to) ${EN_DO} X`,
      `X (?:is for|goes to|belongs with) W`,
    ],
    like: ['(?:assign|allocate|re-?allocate|put) X to W', '(?:assign|put) W (?:to|on) X'],
  },
  de: {
    plain: [
      '(?:gib|gebt|übergib|reiche?|delegiere?|schiebe?) X (?:bitte |mal )?(?:an |zu )W(?: weiter| ab| rüber)?',
      'X (?:bitte )?an W (?:geben|übergeben|weitergeben|abgeben|delegieren|weiterreichen)',
      `frage? (?:bitte |mal )*W,? ob (?:er|sie) (?:sich )?(?:um )?X (?:kümmert|kümmern kann|${DE_DO}(?: kann| könnte| will)?)`,
      `(?:bitte|bitten) W,? (?:sich )?(?:um )?X zu (?:kümmern|${DE_DO})`,
    ],
    loose: [
      `W (?:soll|sollte|kann|könnte|muss|wird|möge) (?:bitte |mal |doch )*(?:sich )?(?:um )?X (?:bitte |mal )?(?:kümmern|${DE_DO})`,
      `(?:kann|könnte|soll|würde|übernimmt|macht|nimmt) W (?:bitte |mal )*(?:sich )?(?:um )?X(?: (?:kümmern|${DE_DO}))?`,
      'X (?:ist für|geht an|übernimmt|macht) W',
    ],
    like: ['(?:weise|teile|ordne) X W zu', 'X W (?:zuweisen|zuteilen)'],
  },
  fr: {
    plain: [
      '(?:confie[rz]?|donne[rz]?|passe[rz]?|délègue[rz]?|déléguer|transmets|transmettez|transmettre|laisse[rz]?) X à W',
      `(?:demande[rz]?|dis|dites) à W (?:de |d'|s'il peut |si elle peut )${FR_DO} ?X`,
      `que W ${FR_DOES} ?X`,
    ],
    loose: [`(?:est-ce que )?W (?:peut|pourrait|doit|devrait|va)(?:-il|-elle)? ${FR_DO} ?X`, 'X est pour W'],
    like: ['(?:attribue[rz]?|assigne[rz]?|affecte[rz]?) X à W'],
  },
  es: {
    plain: [
      '(?:dale|da|dar|pasa|pásale|pasar|delega|delegar|traspasa|traspasar|deja(?! de )) (?:a )?X a W',
      `(?:pide|pídele|pedir|dile|di) a W que ${ES_DOES} (?:a )?X`,
      `que W ${ES_DOES} (?:a )?X`,
    ],
    loose: [
      `(?:puede|podría|debe|debería) W ${ES_DO} (?:a )?X`,
      `W (?:puede|podría|debe|debería|va a|tiene que) ${ES_DO} (?:a )?X`,
      'X es para W',
    ],
    like: ['(?:asigna|asigne|asignar|asígnale) (?:a )?X a W'],
  },
  nl: {
    plain: [
      '(?:geef|draag|schuif|delegeer) X (?:even |graag )?(?:door |over )?aan W(?: door| over)?',
      `vraag (?:even )?(?:aan )?W (?:om |of (?:hij|zij|ze) )?X (?:op te pakken|over te nemen|te doen|te nemen|te bekijken|oppakt|overneemt|doet|neemt|(?:kan|wil) ${NL_DO}|${NL_DO} (?:kan|wil))`,
      `laat W X ${NL_DO}`,
    ],
    loose: [
      `(?:kan|wil|kun|moet|mag) W X ${NL_DO}`,
      `W (?:moet|mag|kan|zal|gaat) X ${NL_DO}`,
      '(?:kan|wil|kun|moet|mag) W (?:even )?naar X kijken',
      'W (?:moet|mag|kan|zal|gaat) (?:even )?naar X kijken',
      'X is voor W',
    ],
    like: ['wijs X (?:toe )?aan W(?: toe)?', 'X (?:aan )?W toewijzen', 'X toewijzen aan W'],
  },
};

/** Nobody in particular, or whoever asks: what somebody else is asked here. */
export const NO_COLLEAGUE = new RegExp(
  `^(?:(?:an?|the|our|my|some|ein|eine[mnrs]?|de[rmns]?|die|das|du|unser\\p{L}*|une?|una|la|le|les|el|los|las|nos|nuestr\\p{L}*|een|het|ons|onze)(?=\\s|$)|(?:${[
    'you we i it they he she this that these those one someone somebody anyone anybody everyone everybody nobody who whoever others back me myself mine us him her them both all customer customers work review',
    'du ihr sie wir ich man er es wer jemand niemand alle andere anderen jeder mir mich uns ihm ihr kunde',
    "tu vous on nous je il elle ils elles qui quelqu'un personne tout tous moi lui eux client d'autres",
    'tú usted yo nosotros él ella ellos alguien nadie quién todos mí otro otros cliente que',
    'je jij u we wij ik hij zij ze wie iemand niemand men iedereen mij anderen klant',
  ]
    .join(' ')
    .split(' ')
    .join('|')})(?=\\s|$))`,
  'iu',
);
