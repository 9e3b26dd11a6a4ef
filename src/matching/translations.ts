/**
 * Words that company and institution names share between languages: one line per notion, folded as in text.ts. Written from
 * general knowledge. English stands first; the order has no meaning beyond that.
 */
const NOTIONS = `
university universitat universite universidad universita universidade universiteit universitet universitetet universitesi uniwersytet univerzita univerzitet universitatea universitas daigaku yliopisto egyetem ulikool univerza sveuciliste panepistimio 大学 daehakgyo universitat universitatis
college hochschule fachhochschule kolleg collegio colegio hogeschool hogskola hogskolen uczelnia szkola skola senmon gakuin akademia
academy akademie academie academia accademia akademi akademia akademiya akademija akademiet
school schule ecole escuela scuola escola skole skola szkola koulu okulu iskola gakuen
institute institut instituto istituto instituut instytut institutt institutet institutul intezet ustav enstitusu instituta kenkyujo kenkyusho 研究所 研究院 yeonguso
research forschung forschungs recherche recherches investigacion investigaciones ricerca ricerche pesquisa pesquisas onderzoek forskning badawczy badan vyzkumny vyzkumna vyskumny kutato arastirma tutkimus cercetare istrazivanje
hospital krankenhaus klinikum spital hopital hopitaux ospedale ziekenhuis sykehus sjukhus szpital nemocnice korhaz hastanesi hastane sairaala spitalul bolnica byoin 病院 医院 hospitalier hospitalario
clinic klinik clinique clinica kliniek klinika
bank banque banco banca banka pankki pank ginko 銀行 银行 eunhaeng bankasi
insurance versicherung versicherungen assurance assurances seguros seguro assicurazioni assicurazione verzekeringen verzekering forsikring forsakring ubezpieczen ubezpieczenia pojistovna biztosito sigorta hoken
ministry ministerium ministere ministerio ministero ministerie ministerstvo ministerstwo bakanligi
national nationale nacional nazionale nationaal nasjonal nationell narodowy narodni narodna narodny nemzeti ulusal natsionalnyi kokuritsu staatliche
royal koniglich koniglich royale real reale koninklijke koninklijk kongelige kungliga krolewski kralovska
federal bundes federale federaal federacja
ministerial ministeriel
international internationale internacional internazionale internationaal internasjonal internationell miedzynarodowy mezinarodni uluslararasi nemzetkozi kokusai
european europaische europaischer europaisches europeen europeenne europeo europea europees europeisk europejski evropsky avrupa
german deutsche deutscher deutsches allemand allemande aleman alemana tedesca duits tysk niemiecki
french francais francaise franzosische frances francesa francese
italian italiana italiano italienne italienische
spanish espanol espanola spanische espagnole
dutch nederlandse nederlands niederlandische
swedish svenska svensk schwedische
swiss schweizer schweizerische suisse svizzera
austrian osterreichische osterreichischer autrichienne
polish polska polski polskie polskiej
czech ceska cesky ceske ceskych
brazil brasil brasileira brasileiro brazilian
turkey turk turkiye turkish
russian russkii rossiiskii rossiiskaya
hungary hungarian magyar magyarorszag
finnish suomen finland suomi
company gesellschaft societe sociedad societa sociedade maatschappij selskab selskap bolag spolka spolecnost sirketi
association verein verband vereinigung asociacion associazione associacao vereniging forening stowarzyszenie sdruzeni asociace dernegi egyesulet kyokai
foundation stiftung fondation fundacion fondazione fundacao stichting stiftelse stiftelsen fundacja nadace vakfi alapitvany zaidan
society gesellschaft societe sociedad genootschap sallskap towarzystwo spolecnost
centre center zentrum centro centrum senter keskus merkezi kozpont centralny tsentr
museum musee museo museu muzeum muzesi hakubutsukan
library bibliothek bibliotheque biblioteca bibliotheek bibliotek biblioteka knihovna kutuphanesi toshokan llyfrgell
city stadt ville ciudad citta cidade gemeente stad miasto mesto varos belediyesi
municipality gemeinde commune ayuntamiento comune municipio kommune kommun gmina obec
church kirche eglise iglesia chiesa igreja kerk kirke kyrka kosciol kilise
science wissenschaft wissenschaften sciences ciencia ciencias scienza scienze wetenschap wetenschappen videnskab vetenskap nauk nauki ved tudomany bilim bilimleri nauka kagaku
applied angewandte appliquees appliquee aplicadas aplicada applicate toegepaste stosowanych
technology technologie technologies tecnologia tecnologias tecnologie technologii technologia teknoloji teknologi teknologia gijutsu
technical technische technischen technique tecnica tecnico tecnologico techniczna techniczny technicka teknik tekniska teknisk politechnika polytechnic polytechnique politecnico politecnica
medicine medizin medizinische medecine medicina geneeskunde medycyna medyczny medical medicale medico medica medizinischen tip igaku
health gesundheit sante salud salute saude gezondheid helse halso zdrowia zdravi saglik egeszseg kenko
pharmaceutical pharma farma farmaceutica farmaceutici pharmaceutique pharmazeutische farmaceutyczny seiyaku yakuhin jeyak ilac
chemistry chemie chimie quimica chimica kemi chemia chemii kagaku kimya
physics physik physique fisica fysik fizyki fyziky fizik
biology biologie biologia biologii
agriculture landwirtschaft agricole agricultura agricola agricoltura landbouw landbruk lantbruk rolnictwa tarim nogyo agricultural
environment umwelt environnement ambiente ambiental milieu miljo srodowiska cevre kankyo environmental
energy energie energia energi enerji energetyka energetika energii
electricity elektrizitat electricite electricidad elettricita elektrisk elektrownia elektrik denki electric electrique electrica elektrische
water wasser eau agua acqua vann vatten wody voda su
gas gaz gasunie
oil erdol petrole petroleo petrolio petroleum
steel stahl acier acero acciaio aco staal stal celik tekko
industry industrie industries industria industrias industrien industrii sanayi kogyo industrial industriel san-eop
trade handel handels commerce comercio commercio handlowy ticaret shoji trading
construction bau construction construcciones costruzioni construtora bouw bygg budownictwo insaat kensetsu
machine maschinen machines maquinas macchine maskin maszyn stroje makine kikai machinery
automobile automobil automovil auto otomotiv jidosha automotive
transport transporte transporti transporten tasimacilik unyu transportation
railway eisenbahn bahn ferroviaire ferrocarriles ferrovie spoorwegen jarnvag kolej zeleznice demiryolu tetsudo
airport flughafen aeroport aeropuerto aeroporto luchthaven lufthavn flygplats lotnisko letiste havalimani kuko
airlines fluggesellschaft aerolineas linhas lotnicze hava
post poczta poste correos correios
news nachrichten zeitung journal periodico giornale jornal krant avis tidning gazeta shimbun newspaper
publishing verlag editions editorial edizioni editora uitgeverij forlag wydawnictwo nakladatelstvi yayinlari shuppan publishers
development entwicklung developpement desarrollo sviluppo desenvolvimento ontwikkeling utvikling rozwoju rozvoj kalkinma kaihatsu
education bildung education educacion educazione educacao onderwijs utbildning edukacji vzdelavani egitim kyoiku
training ausbildung formation capacitacion formazione opleiding szkolenia
women frauen femmes mujeres donne mulheres kvinner kobiet joshi
children kinder enfants ninos bambini criancas barn dzieci deti cocuk kodomo
general allgemeine generale generales algemene ogolna genel
public offentliche publique publico pubblica openbare publiczny publiczna verejna kamu
new neue nouveau nouvelle nuevo nueva nuova novo nova nieuwe ny nowa novy yeni shin
north nord norte noord polnocny kuzey kita
south sud sur sul zuid poludniowy guney minami
east ost est este oost wschodni dogu higashi
west ouest oeste ovest zachodni bati nishi
saint sankt san santa santo sao sint sveti swietego
group gruppe groupe grupo gruppo groep gruppen konsern grupa skupina grubu
holding holdings beteiligungs
savings sparkasse caisse ahorros risparmio spaarbank sparebank sparbank
cooperative genossenschaft cooperativa cooperatie spoldzielnia druzstvo kyodo
office amt bureau oficina ufficio escritorio kantoor kontor urzad urad
service dienst dienste services servicios servizi servicos diensten tjenester tjanster uslugi sluzby
security sicherheit securite seguridad sicurezza seguranca veiligheid sikkerhet sakerhet bezpieczenstwa guvenlik
food lebensmittel alimentaire alimentos alimentari voeding mat zywnosc potraviny gida shokuhin
republic republik republique republica repubblica rzeczypospolitej republiky cumhuriyeti
state staat etat estado stato panstwowy statni devlet
`;

function buildTable(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  NOTIONS.trim()
    .split('\n')
    .forEach((line, notion) => {
      for (const word of line.split(' ')) if (!table.has(word)) table.set(word, notion);
    });
  return table;
}

const TABLE = buildTable();

/** Whether two different words are the same notion in two languages. */
export function translates(a: string, b: string): boolean {
  const notion = TABLE.get(a);
  return notion !== undefined && notion === TABLE.get(b);
}
