import type { Dice } from './dice';

/** Names with small words inside, as firms have them in each language: no word list can tell where they end. */
interface Parts {
  readonly heads: string;
  readonly joins: string;
  readonly tails: string;
  readonly ends: string;
}

const PARTS: Readonly<Record<string, Parts> & Record<'en', Parts>> = {
  en: {
    heads:
      'Wong,Khanna,Oak,Garden,Wolf,Bishop,Carter,Fisher,Smith,Retro,Snap,Open,Ben,Little,Blue,Old Mill,Zimmer,Kings,Harbour,Two Rivers,Meadow,Gecko,Status',
    joins: ' & , of , at , for , the , , , and , Green ,, ,',
    tails:
      'Partners Architects,Carpets,Ash Furniture,England Fruit,Lamb Catering,King Printers,Sons Tax Advisers,Sons,Daughter,Compass Outdoor,Sky Academy,Records Leeds,Happy Photos,Games,Salem Import,Frei,the Hill,Co Builders,Kitchens,Drainage Board',
    ends: ',,,,,, Ltd, LLP, Inc, Pvt Ltd, Pty Ltd, No 4, 2, UK, US, 24,(Leeds) Ltd, North',
  },
  de: {
    heads:
      'Turn-,Gasthof,Bäckerei,Praxis,Kanzlei,Heuriger,Haus,Autohaus,Weingut,Lenz,Gebr.,Fa.,Dr.,Ing.-Büro,Kita,Verein,Müller,Schloss,Hotel,Metallbau',
    joins: ' und , zum , zur , am , vom , & , im ,, ,',
    tails:
      'Sportverein,Fuchsen,Partner Steuerberatung,Söhne,Sonne,Trautson,Watch Repair Köln,Tor,Kessler,Regenbogen,Tscherny,Adler,Brandhorst,Hoppe Dach,Oberhasli,Zahntechnik',
    ends: ',,,,, GmbH, GmbH & Co. KG, AG, e.V., KG, 09 e.V., e.U., Wien, OG, Süd, 2',
  },
  fr: {
    heads:
      "Garage,Théâtre,Hôtel,École,Aide,Boulangerie,Quinta,Maison,Pharmacie,Ciné,Cabinet,Atelier,Moreau,Fils,Ben Salem,Le Comptoir,Au Bon Pain,Les Jardins,L'Atelier,Transports",
    joins: ' de la , du , de , des , à , et , aux , en ,, ,',
    tails:
      'Gare,Poche Lyon,Lac Bleu,Vieux-Moulin,Domicile 77,Filles,Import,Rex,Ville,Thé,Fils,Bois,Centre,Provence,Montagne,Chêne,Métal,Dupont',
    ends: ',,,,,, SARL, SAS, SA, & Cie, Inc., Québec, 2, Paris',
  },
  es: {
    heads:
      'Velas,Parrilla,Quinta,Taller,Farmacia,Muebles,Hotel,Panadería,Grupo,Clínica,Talleres,Casa,Cerveza,El Rincón,La Tienda,Los Pinos,Frutas,Óptica',
    joins: ' y , de , del , de la , La , Don , El , do , e ,, ,',
    tails:
      'Ceras Morelia,Julián,Catedral,Vale,Hijos,Norte,Sol,Mar,Abuelo,Plata,Camino,Río,García,Esquina,Lua Nova,Centro,Ruiz',
    ends: ',,,,,, S.L., S.A., S.A. de C.V., SRL, Ltda., 2, Sur, México',
  },
  nl: {
    heads:
      'Kroeg,Bakkerij,Slagerij,Garage,Van Dijk,De Wit,Hotel,Café,Installatiebedrijf,Gebr.,Het Gouden,De Rode,Jansen,Notaris,Fietsen,Brouwerij',
    joins: ' de , van de , en , van , der , & , het , aan de ,, ,',
    tails: 'Zwarte Kat,Transport,Zonen,Hoek,Vries,Leeuw,Kroon,Molen,Berg,Linde,Techniek,Haan,Groep,Gracht,Bos',
    ends: ',,,,,, B.V., BV, NV, VOF, BVBA, 2, Gent, Noord',
  },
};

export function localName(lang: string, dice: Dice): string {
  const { heads, joins, tails, ends } = PARTS[lang] ?? PARTS.en;
  const pick = (list: string) => dice.pick(list.split(','));
  const join = pick(joins);
  return `${pick(heads)}${join === '' ? ' ' : join}${pick(tails)}${pick(ends)}`.replace(/\s+/g, ' ').trim();
}
