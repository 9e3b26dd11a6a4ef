/**
 * Legal forms of the world, as they are written in company names, folded (see text.ts) and with one blank between words.
 * Collected by hand from general knowledge of company law; the code list of ISO 20275 (GLEIF, Entity Legal Forms) names the
 * same forms, country by country. One row per form: its canonical spelling, then the other spellings.
 *
 * `anywhere`: too specific to be a word of a name; taken away wherever it stands, except as the first word.
 * `end`: could be a word or initials; taken away only at the end of a name.
 * `start`: stands before the name in its country; taken away at both ends.
 */
export interface LegalFormRow {
  readonly place: 'anywhere' | 'end' | 'start';
  readonly forms: readonly string[];
}

const ANYWHERE = `
ltd|limited|ltd co|company limited|co ltd|co limited|coltd|limted|ltda|limitada|limitada cia|compania limitada|cia ltda|corporation limited|corp ltd|ltee|limitee|ltd sti|limited sirketi|limited sti|ltd sirketi
llc|limited liability company|limited liability co|l l c|ltd liability co|llc co
llp|limited liability partnership|l l p
inc|incorporated|incorporation|co inc|company inc|incorporee
plc|public limited company|public limited co|ccc|cwmni cyfyngedig cyhoeddus
gmbh|gesellschaft mit beschrankter haftung|gesellschaft m b h|ges m b h|gesmbh|mbh|g m b h|ggmbh|gemeinnutzige gmbh|gesellschaft mbh
gmbh co kg|gmbh und co kg|gmbh and co kg|gmbh co kgaa|gmbh co ohg|ag co kg|ag und co kg|ag and co kg|se co kg|se co kgaa|ug co kg|mbh co kg|gmbh cokg|gmbh coag
ug|ug haftungsbeschrankt|unternehmergesellschaft|haftungsbeschrankt
kgaa|kommanditgesellschaft auf aktien
aktiengesellschaft
pty ltd|pty limited|proprietary limited|pty|propriety limited
pvt ltd|private limited|pvt limited|private ltd|p ltd|pte ltd|pte limited|pte|pvt|opc private limited
sdn bhd|sendirian berhad|sdn berhad|bhd|berhad
sarl|s a r l|societe a responsabilite limitee|sarlau|eurl|sasu
sas|s a s|societe par actions simplifiee|sociedad por acciones simplificada
societe anonyme|sociedad anonima|sociedade anonima|societa per azioni|societe anonyme belge|sociedad anonima abierta
srl|s r l|societa a responsabilita limitata|sociedad de responsabilidad limitada|srls|societa responsabilita limitata
sa de cv|s a de c v|s a b de c v|sab de cv|sapi de cv|s de rl de cv|s de r l de c v|sociedad anonima de capital variable|sociedad anonima bursatil de capital variable|de cv
besloten vennootschap|naamloze vennootschap
bvba|sprl|besloten vennootschap met beperkte aansprakelijkheid|societe privee a responsabilite limitee
aktiebolag|aktiebolaget|ab publ|publ
aps|aktieselskab|anpartsselskab
aksjeselskap|allmennaksjeselskap|allmenn aksjeselskap
oyj|osakeyhtio|oy ab|oyj abp|julkinen osakeyhtio
ehf|einkahlutafelag|hlutafelag
sp z o o|spolka z o o|spolka z ograniczona odpowiedzialnoscia|sp zoo|spzoo|sp z oo|spolka z oo
spolka akcyjna|sp k|spolka komandytowa|sp j|spolka jawna|sp z o o sp k|sp z oo sp k
spol s r o|s r o|sro|spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym|spol sro
akciova spolecnost|akciova spolocnost
kft|korlatolt felelossegu tarsasag|nyrt|zrt|zartkoruen mukodo reszvenytarsasag|nyilvanosan mukodo reszvenytarsasag|reszvenytarsasag
doo|d o o|drustvo s ogranicenom odgovornoscu|druzba z omejeno odgovornostjo|drustvo s ogranicenom odgovornoscu za|jdoo
dionicko drustvo|delniska druzba|akcionarsko drustvo
ood|eood|druzhestvo s ogranichena otgovornost
uab|uzdaroji akcine bendrove|akcine bendrove
sia|sabiedriba ar ierobezotu atbildibu|akciju sabiedriba
osauhing|aktsiaselts
ooo|obshchestvo s ogranichennoi otvetstvennostyu|too|tovarishchestvo s ogranichennoi otvetstvennostyu
oao|zao|pao|otkrytoe aktsionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo|publichnoe aktsionernoe obshchestvo|aktsionernoe obshchestvo
pjsc|ojsc|cjsc|public joint stock company|open joint stock company|closed joint stock company|joint stock company|private joint stock company|prjsc|jsc|joint stock co|p j s c|saog|saoc|psc|qpsc|q p s c|k s c p|kscp|ksc|k s c|bsc|b s c|w l l|wll|fzco|fz llc|fzllc|fzc|fze
tovarystvo z obmezhenoyu vidpovidalnistyu
anonim sirketi|a s sanayi ve ticaret|san ve tic a s|san ve tic as|sanayi ve ticaret a s|sanayi ve ticaret as|san tic ltd sti|san ve tic ltd sti|anonim ortakligi
kabushiki kaisha|kabushikigaisha|kabushiki gaisha|k k|kk|yugen kaisha|yugen gaisha|godo kaisha|g k|株式会社|有限会社|合同会社|(株)
jusik hoesa|chusik hoesa|jusikhoesa|yuhan hoesa|주식회사
gufen youxian gongsi|youxian gongsi|youxian zeren gongsi|股份有限公司|有限责任公司|有限公司|集团有限公司|股份公司|責任有限公司
public company limited|public co ltd|pcl|public co limited|public company ltd|pub co ltd
tbk|perseroan terbatas|persero tbk
joint venture company|jvc
eirl|e i r l|eireli|epp
saa|s a a|sociedad anonima abierta|sac|s a c|sociedad anonima cerrada
soparfi|sicav|sicaf|scsp|secs|scs
soc coop|societa cooperativa|sociedad cooperativa|s coop|scarl|s c a r l|scrl|scpa
designated activity company|dac|unlimited company|ulc|unlimited liability company
societas europaea
proprietary|unlimited
limited partnership
eingetragene genossenschaft|eingetragener verein|eingetragener kaufmann|e v|e k|e kfm|e kfr|e g
handelsgesellschaft mbh|handelsges mbh
npc|rf npc|soc ltd|soc limited
`;

const END = `
co|company|compagnie|cie|et cie|co kg|und co kg|and co|and company|und co|co ohg|et co|y cia|e cia|cia|companhia|compania|& co
corp|corporation|corporacion|corporacao|corporatie|corpn
sa|s a|sociedad anonima|sab|s a b
ag|a g
kg|k g|kommanditgesellschaft
ohg|gbr|ek|eg|ev
se|s e
spa|s p a
nv|n v
bv|b v|vof|cv
cva|scrl fs|asbl|vzw|ivzw|aisbl
ab|a b|hb|kb
as|a s|asa|ks|ans
a o|ao
oy|o y|ky|ry|abp
hf
kft|rt|bt|nyrt
dd|d d|ad|a d|dooel
as sro|a s
ou|o u
jsc|ao
sti|a s
lp|l p|pllc|pc|p c|lc|llp|lllp|na|n a|plc
sca|s c a|snc|s n c|sci|gie|scp|scop|sem
lda|unipessoal lda|unipessoal|sgps|sgps sa
slu|sl|s l|s l u|slne|sau|s a u|s l p|sll|scl
ae|a e|epe|ike|o e|abee
cc|nl
rl|sapi
wll
trust|reit
pt persero|persero
`;

const START = `
pt|p t|pt persero|cv
ooo|oao|zao|pao|ao|too|tov|at|prat|pat|pp|chp|jsc|ojsc|cjsc|pjsc|sc|llc|tdv
sc|s c|firma|fa|firm
m s
cong ty tnhh|cong ty co phan|cong ty
the company
株式会社|有限会社|合同会社|주식회사
kabushiki kaisha|ks|uab|sia|as|ab
`;

function rows(place: LegalFormRow['place'], table: string): LegalFormRow[] {
  return table
    .trim()
    .split('\n')
    .map((line) => ({ place, forms: line.split('|') }));
}

export const LEGAL_FORMS: readonly LegalFormRow[] = [
  ...rows('anywhere', ANYWHERE),
  ...rows('end', END),
  ...rows('start', START),
];

/**
 * Words that join or point and name nothing: articles, "and", "of", in the languages that company names of our customers come
 * in. They stay in the joined form of a label (`bankofengland`), but do not count as words.
 */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  (
    'the a an of and for in at on to by und der die das des dem den von vom zu zum zur fur im am et le la les de du d l aux au ' +
    'pour en sur el los las del y e da do dos das di dei della delle degli dell o os as per con van het voor te ter ten og och ' +
    'af av i w we z na ja ve tis tou kai ton i'
  ).split(' '),
);
