import { bare, spacedWords } from './name-like';

/** Words with which a question or a request begins, in five languages. */
const OPENERS = new Set(
  `who whose what which when where why how is are was were has have had does did do can could would will please show list watch stop map
  unmap snooze postpone wake mute unmute silence assign claim ping alert let keep put take track follow tell notify check give send remind undo history status licences licenses subscriptions users invite any help turn switch set announce
  wer wessen was welche welcher welches wann wo warum wie ist sind war hat haben kann kannst könntest können bitte zeig zeige liste beobachte
  ordne sag gib schick prüfe prüf status verlauf gibt schalte stell stelle vertage verschiebe wecke erinnere erinner übernimm melde leg lege überwache frag frage
  qui que quel quelle quels quelles quand où pourquoi comment combien est est-ce a ont peux pouvez montre liste surveille associe dis donne
  envoie vérifie statut historique préviens avertis rappelle suis confie arrête désactive active mets reporte réveille
  quién quiénes qué cuál cuáles cuándo dónde cómo cuánto cuánta cuántos cuántas es está están ha han puedes muestra lista vigila asigna dime dame envía
  estado historial avísame recuérdame silencia sigue pide pasa deja desactiva activa pospón aplaza despierta
  wie wiens wat welke wanneer waar waarom hoe hoeveel is zijn heeft hebben kun kan kunt toon lijst volg koppel zeg geef stuur status
  geschiedenis laat zet stel stop wek herinner waarschuw hou houd vraag`
    .split(/\s+/)
    .map(bare),
);

/** Whether a clause begins as a question or a request does. */
export function opens(clause: string): boolean {
  const [first = ''] = spacedWords(clause);
  return OPENERS.has(bare(first)) || OPENERS.has(bare(first.split(/[-']/)[0] ?? ''));
}
