/** The companies of the sandbox: invented, or example names that Microsoft uses in its documents. */

export type TenantState =
  /** Accepted, in Work 365, and pointing to its customer there. */
  | 'mapped'
  /** Accepted, in Work 365, with an empty account: what the bot is for. */
  | 'open'
  /** As open, with its sync switched off in Work 365: nobody needs to map it. */
  | 'sync-off'
  /** Accepted; Work 365's daily job has not seen it yet. */
  | 'unsynced'
  /** In the list, but as an advisor relationship. */
  | 'advisor'
  /** Was a customer; the relationship ended. Work 365 still has the row. */
  | 'left'
  /** Invited; accepts while the sandbox runs, in this order. */
  | 'invited';

export interface CastTenant {
  readonly name: string;
  /** Before `.onmicrosoft.com`. */
  readonly label: string;
  readonly country: string;
  readonly state: TenantState;
  /** The customer that it truly is; absent when the CRM has none. */
  readonly of?: string;
  readonly domains?: readonly string[];
  readonly admin?: 'active' | 'expiring' | 'pending' | 'expired' | 'none';
  readonly agreement?: 'attested' | 'direct' | 'unsigned';
}

export interface CastCustomer {
  readonly name: string;
  readonly website?: string;
  readonly mail?: string;
  readonly city?: string;
  /** As typed into the CRM. */
  readonly country?: string;
}

type CustomerLine = readonly [name: string, website: string, mail: string, city: string, country: string];

/** `-` stands for an empty field: a real CRM has many. */
// A table is read by rows.
// prettier-ignore
const CUSTOMER_LINES: readonly CustomerLine[] = [
  ['Contoso Limited', 'www.contoso.com', 'accounts@contoso.com', 'Reading', 'United Kingdom'],
  ['Fabrikam, Inc.', 'https://www.fabrikam.com/about', 'ap@fabrikam.com', 'Seattle', 'USA'],
  ['Northwind Traders Ltd', 'northwindtraders.com', 'finance@northwindtraders.com', 'London', 'UK'],
  ['Northwind Traders Deutschland GmbH', 'northwindtraders.de', 'rechnung@northwindtraders.de', 'Hamburg', 'Germany'],
  ['Northwind Electric Cars Inc', '-', 'office@northwind-ev.com', 'Detroit', 'United States'],
  ['Adventure Works Cycles Limited', 'adventure-works.com', 'orders@adventure-works.com', 'Bristol', 'United Kingdom'],
  ['A. Datum Corporation', 'www.adatum.com', 'billing@adatum.com', 'Chicago', 'US'],
  ['Alpine Ski House AG', 'alpineskihouse.ch', 'info@alpineskihouse.ch', 'Davos', 'Switzerland'],
  ['Alpine Ski House (old record)', '-', 'alpineskihouse@gmail.com', 'Davos', 'Schweiz'],
  ['Litware, Inc.', 'litware.com', 'it@litware.com', 'Portland', 'USA'],
  ['Wide World Importers Deutschland GmbH', 'wideworldimporters.de', 'einkauf@wideworldimporters.de', 'Bremen', 'DE'],
  ['Tailspin Toys (UK) Ltd', 'www.tailspintoys.co.uk', 'hello@tailspintoys.co.uk', 'Leeds', 'GB'],
  ['Wingtip Toys Limited', 'wingtiptoys.com', '-', 'Leicester', 'United Kingdom'],
  ['Woodgrove Bank plc', 'woodgrovebank.com', 'procurement@woodgrovebank.com', 'Edinburgh', 'Scotland'],
  ['Graphic Design Institute', 'graphicdesigninstitute.org', 'bursar@graphicdesigninstitute.org', 'Dublin', 'Ireland'],
  ['School of Fine Art, Inc.', 'fineartschool.net', '-', 'Boston', 'United States'],
  ["Munson's Pickles and Preserves Farm", 'munsonspicklesandpreservesfarm.com', 'farm@munsonspickles.com', 'Omaha', 'US'],
  ['TPC Telecommunications Holdings Ltd', 'thephone-company.com', '-', 'Manchester', 'UK'],
  ['Humongous Insurance SA', 'humongousinsurance.com', 'it@humongousinsurance.com', 'Paris', 'France'],
  ['Lucerne Publishing B.V.', 'lucernepublishing.com', 'administratie@lucernepublishing.com', 'Utrecht', 'The Netherlands'],
  ['Lakeshore Data Services Limited', 'lakeshoredata.co.uk', 'office@lakeshoredata.co.uk', 'Kendal', 'United Kingdom'],
  ['Hansen Kjær Byggeservice A/S', 'hkbyg.dk', 'kontor@hkbyg.dk', 'Aarhus', 'Denmark'],
  ['Meridian Logistics Ltd', 'meridianlogistics.co.uk', 'ops@meridianlogistics.co.uk', 'Felixstowe', 'UK'],
  ['Meridian Logistics GmbH', 'meridian-logistics.de', 'info@meridian-logistics.de', 'Duisburg', 'Germany'],
  ['St. Mary’s Multi Academy Trust', 'stmarysmat.org.uk', 'office@stmarysmat.org.uk', 'Sheffield', 'England'],
  ['Müller & Söhne Präzisionstechnik GmbH & Co. KG', 'mueller-praezision.de', 'it@mueller-praezision.de', 'Tuttlingen', 'Deutschland'],
  ['Proseware, Inc.', 'proseware.com', 'billing@proseware.com', 'Toronto', 'Canada'],
  ['Trey Research Ltd', 'treyresearch.net', 'lab@treyresearch.net', 'Cambridge', 'United Kingdom'],
  ['VanArsdel, Ltd.', 'vanarsdelltd.com', '-', 'Bruges', 'Belgium'],
  ["Margie's Travel LLC", 'margiestravel.com', 'margie@outlook.com', 'Austin', 'USA'],
  ['Coho Winery Pty Ltd', 'cohowinery.com.au', 'cellar@cohowinery.com.au', 'Adelaide', 'Australia'],
  ['Coho Vineyard & Winery Pty Ltd', 'cohovineyard.com.au', '-', 'Adelaide', 'Australia'],
  ['City Power & Light Company', 'cpandl.com', 'ict@cpandl.com', 'Cork', 'Ireland'],
  ['Fourth Coffee Limited', 'fourthcoffee.com', 'beans@fourthcoffee.com', 'Glasgow', 'Scotland'],
  ['Relecloud GmbH', 'relecloud.de', 'office@relecloud.de', 'Wien', 'Österreich'],
  ['Lamna Healthcare Company', 'lamnahealthcare.com', 'it@lamnahealthcare.com', 'Denver', 'US'],
  ['Bellows College', 'bellowscollege.com', 'registrar@bellowscollege.com', 'Oxford', 'UK'],
  ['First Up Consultants Ltd', 'firstupconsultants.com', 'hello@firstupconsultants.com', 'Cardiff', 'Wales'],
  ['Best For You Organics Company', 'bestforyouorganics.com', '-', 'Bath', 'United Kingdom'],
  ['Nod Publishers Limited', 'nodpublishers.com', 'post@nodpublishers.com', 'Norwich', 'United Kingdom'],
  ['Southridge Video Oy', 'southridgevideo.fi', 'talous@southridgevideo.fi', 'Tampere', 'Finland'],
  ['Consolidated Messenger Ltd', 'consolidatedmessenger.com', 'depot@consolidatedmessenger.com', 'Coventry', 'UK'],
  ['Oakfield & Partners Solicitors LLP', 'oakfieldlaw.co.uk', 'it@oakfieldlaw.co.uk', 'York', 'United Kingdom'],
  ['Brugge Bouw en Beton NV', 'bbbeton.be', 'boekhouding@bbbeton.be', 'Brugge', 'België'],
  ['Société Générale d’Emballage du Rhône SARL', 'sger-emballage.fr', 'contact@sger-emballage.fr', 'Lyon', 'France'],
  ['Kestrel Aviation Services Limited', 'kestrelaviation.co.uk', 'hangar@kestrelaviation.co.uk', 'Kidlington', 'UK'],
  ['Silverdale Care Homes Ltd', 'silverdalecare.co.uk', 'silverdalecare@btinternet.com', 'Lancaster', 'UK'],
  ['Penrose Marine Engineering Ltd', '-', '-', 'Falmouth', 'United Kingdom'],
  ['Harbour Light Trust', 'harbourlight.org.uk', 'office@harbourlight.org.uk', 'Whitby', 'England'],
];

export const CAST_CUSTOMERS: readonly CastCustomer[] = CUSTOMER_LINES.map(([name, website, mail, city, country]) => ({
  name,
  ...(website === '-' ? {} : { website }),
  ...(mail === '-' ? {} : { mail }),
  city,
  country,
}));

// A table is read by rows.
// prettier-ignore
export const CAST_TENANTS: readonly CastTenant[] = [
  // Contoso is the plain answer: one match, accepted, in Work 365, still to be mapped.
  { name: 'Contoso Ltd', label: 'contoso', country: 'GB', state: 'open', of: 'Contoso Limited', domains: ['contoso.com'], admin: 'active', agreement: 'direct' },
  { name: 'Fabrikam Inc', label: 'fabrikam', country: 'US', state: 'mapped', of: 'Fabrikam, Inc.', domains: ['fabrikam.com'], admin: 'active', agreement: 'attested' },
  // Northwind is ambiguous: three tenants of three customers.
  { name: 'Northwind Traders', label: 'northwindtraders', country: 'GB', state: 'mapped', of: 'Northwind Traders Ltd', admin: 'active', agreement: 'direct' },
  { name: 'Northwind Traders GmbH', label: 'northwindde', country: 'DE', state: 'open', of: 'Northwind Traders Deutschland GmbH', admin: 'pending', agreement: 'unsigned' },
  { name: 'Northwind Electric Cars', label: 'northwindev', country: 'US', state: 'unsynced', of: 'Northwind Electric Cars Inc', admin: 'none', agreement: 'direct' },
  // Differences of legal form, case and punctuation.
  { name: 'ADVENTURE WORKS CYCLES LTD', label: 'adventureworks', country: 'GB', state: 'mapped', of: 'Adventure Works Cycles Limited', admin: 'active', agreement: 'attested' },
  { name: 'A Datum Corp', label: 'adatum', country: 'US', state: 'open', of: 'A. Datum Corporation', domains: ['adatum.com'], admin: 'active', agreement: 'direct' },
  { name: 'Woodgrove Bank', label: 'woodgrove', country: 'GB', state: 'mapped', of: 'Woodgrove Bank plc', admin: 'expiring', agreement: 'direct' },
  { name: 'Muller und Sohne Prazisionstechnik', label: 'muellerpt', country: 'DE', state: 'open', of: 'Müller & Söhne Präzisionstechnik GmbH & Co. KG', admin: 'none', agreement: 'unsigned' },
  { name: 'VanArsdel', label: 'vanarsdelltd', country: 'BE', state: 'mapped', of: 'VanArsdel, Ltd.', admin: 'active', agreement: 'attested' },
  // Two CRM records of one firm.
  { name: 'Alpine Ski House', label: 'alpineskihouse', country: 'CH', state: 'open', of: 'Alpine Ski House AG', admin: 'active', agreement: 'direct' },
  // Several tenants of one customer.
  { name: 'Litware', label: 'litware', country: 'US', state: 'mapped', of: 'Litware, Inc.', domains: ['litware.com'], admin: 'active', agreement: 'attested' },
  { name: 'Litware Labs (test)', label: 'litwarelabs', country: 'US', state: 'open', of: 'Litware, Inc.', admin: 'none', agreement: 'unsigned' },
  { name: 'Litware Retail', label: 'litwareretail', country: 'US', state: 'sync-off', of: 'Litware, Inc.', admin: 'expired', agreement: 'attested' },
  // Trading names, former names, acronyms, abbreviations.
  { name: 'The Phone Company', label: 'thephonecompany', country: 'GB', state: 'open', of: 'TPC Telecommunications Holdings Ltd', domains: ['thephone-company.com'], admin: 'active', agreement: 'direct' },
  { name: 'Brightwater Analytics', label: 'brightwater', country: 'GB', state: 'open', of: 'Lakeshore Data Services Limited', domains: ['brightwateranalytics.com', 'lakeshoredata.co.uk'], admin: 'active', agreement: 'direct' },
  { name: 'HKB', label: 'netorg4413875', country: 'DK', state: 'open', of: 'Hansen Kjær Byggeservice A/S', domains: ['hkbyg.dk'], admin: 'pending', agreement: 'direct' },
  { name: 'Munsons Pickles & Pres. Farm', label: 'munsonspickles', country: 'US', state: 'mapped', of: "Munson's Pickles and Preserves Farm", admin: 'active', agreement: 'attested' },
  { name: 'CP&L', label: 'cpandl', country: 'IE', state: 'open', of: 'City Power & Light Company', admin: 'none', agreement: 'direct' },
  { name: 'GDI', label: 'graphicdesigninst', country: 'IE', state: 'mapped', of: 'Graphic Design Institute', admin: 'active', agreement: 'attested' },
  // Namesakes in two countries.
  { name: 'Meridian Logistics', label: 'meridianlog', country: 'DE', state: 'open', of: 'Meridian Logistics GmbH', admin: 'active', agreement: 'direct' },
  { name: 'Meridian Logistics UK', label: 'meridianloguk', country: 'GB', state: 'mapped', of: 'Meridian Logistics Ltd', admin: 'active', agreement: 'attested' },
  // Near namesakes.
  { name: 'Coho Winery', label: 'cohowinery', country: 'AU', state: 'mapped', of: 'Coho Winery Pty Ltd', admin: 'active', agreement: 'direct' },
  { name: 'Coho Vineyard', label: 'cohovineyard', country: 'AU', state: 'open', of: 'Coho Vineyard & Winery Pty Ltd', admin: 'none', agreement: 'unsigned' },
  // Nobody in the CRM.
  { name: 'Liberty’s Delightful Bakery & Cafe', label: 'libertysbakery', country: 'GB', state: 'open', admin: 'none', agreement: 'unsigned' },
  { name: 'Test Tenant 7', label: 'testtenant7', country: 'GB', state: 'sync-off', admin: 'none', agreement: 'unsigned' },
  // Ordinary ones.
  { name: 'Proseware', label: 'proseware', country: 'CA', state: 'mapped', of: 'Proseware, Inc.', admin: 'active', agreement: 'attested' },
  { name: 'Trey Research', label: 'treyresearch', country: 'GB', state: 'mapped', of: 'Trey Research Ltd', admin: 'active', agreement: 'direct' },
  { name: "Margie's Travel", label: 'margiestravel', country: 'US', state: 'mapped', of: "Margie's Travel LLC", admin: 'expired', agreement: 'attested' },
  { name: 'Humongous Insurance', label: 'humongous', country: 'FR', state: 'mapped', of: 'Humongous Insurance SA', admin: 'active', agreement: 'direct' },
  { name: 'Lucerne Publishing', label: 'lucernepub', country: 'NL', state: 'mapped', of: 'Lucerne Publishing B.V.', admin: 'active', agreement: 'attested' },
  { name: 'Fourth Coffee', label: 'fourthcoffee', country: 'GB', state: 'mapped', of: 'Fourth Coffee Limited', admin: 'none', agreement: 'attested' },
  { name: 'Lamna Healthcare', label: 'lamnahealth', country: 'US', state: 'mapped', of: 'Lamna Healthcare Company', admin: 'active', agreement: 'direct' },
  { name: 'Bellows College', label: 'bellowscollege', country: 'GB', state: 'mapped', of: 'Bellows College', admin: 'active', agreement: 'attested' },
  { name: 'First Up Consultants', label: 'firstup', country: 'GB', state: 'mapped', of: 'First Up Consultants Ltd', admin: 'active', agreement: 'direct' },
  { name: 'Nod Publishers', label: 'nodpublishers', country: 'GB', state: 'unsynced', of: 'Nod Publishers Limited', admin: 'pending', agreement: 'direct' },
  { name: 'Oakfield Solicitors', label: 'oakfieldlaw', country: 'GB', state: 'open', of: 'Oakfield & Partners Solicitors LLP', domains: ['oakfieldlaw.co.uk'], admin: 'active', agreement: 'direct' },
  { name: 'SGER', label: 'sger', country: 'FR', state: 'open', of: 'Société Générale d’Emballage du Rhône SARL', admin: 'none', agreement: 'unsigned' },
  { name: 'Harbour Light', label: 'harbourlight', country: 'GB', state: 'mapped', of: 'Harbour Light Trust', admin: 'active', agreement: 'direct' },
  { name: 'Consolidated Messenger', label: 'consmessenger', country: 'GB', state: 'unsynced', of: 'Consolidated Messenger Ltd', admin: 'active', agreement: 'direct' },
  { name: 'Relecloud', label: 'relecloud', country: 'AT', state: 'advisor', of: 'Relecloud GmbH', admin: 'active', agreement: 'unsigned' },
  { name: 'School of Fine Art', label: 'fineartschool', country: 'US', state: 'left', of: 'School of Fine Art, Inc.', admin: 'expired', agreement: 'attested' },
  { name: 'Best For You Organics', label: 'bestforyou', country: 'GB', state: 'left', of: 'Best For You Organics Company', admin: 'none', agreement: 'attested' },
  // They accept while somebody watches, in this order.
  { name: 'Tailspin Toys', label: 'tailspintoys', country: 'GB', state: 'invited', of: 'Tailspin Toys (UK) Ltd', admin: 'pending', agreement: 'direct' },
  { name: 'WWI GmbH', label: 'wwimporters', country: 'DE', state: 'invited', of: 'Wide World Importers Deutschland GmbH', domains: ['wideworldimporters.de'], admin: 'none', agreement: 'unsigned' },
  { name: 'St Marys MAT', label: 'stmarysmat', country: 'GB', state: 'invited', of: 'St. Mary’s Multi Academy Trust', domains: ['stmarysmat.org.uk'], admin: 'active', agreement: 'direct' },
  { name: 'Wingtip Toys', label: 'wingtiptoys', country: 'GB', state: 'invited', of: 'Wingtip Toys Limited', admin: 'none', agreement: 'direct' },
  { name: 'BBB Beton', label: 'bbbeton', country: 'BE', state: 'invited', of: 'Brugge Bouw en Beton NV', admin: 'pending', agreement: 'unsigned' },
  { name: 'Southridge Video', label: 'southridge', country: 'FI', state: 'invited', of: 'Southridge Video Oy', admin: 'active', agreement: 'direct' },
  { name: 'Kestrel Aviation', label: 'kestrelav', country: 'GB', state: 'invited', of: 'Kestrel Aviation Services Limited', admin: 'active', agreement: 'direct' },
  { name: 'Silverdale Residential Care', label: 'silverdale', country: 'GB', state: 'invited', of: 'Silverdale Care Homes Ltd', admin: 'none', agreement: 'unsigned' },
];
