import type { CustomerColumn, NamedColumns } from '../../domain/customer';

/**
 * What people and their tools call the columns, in normal form, the surest first: a row is identified by the tool's own
 * key before a number that people give. Exports of Dynamics 365 (in five languages), Partner Center, HaloPSA, ConnectWise,
 * Autotask, Business Central, HubSpot and some others; and plain words of the five languages.
 */
const NAMES: Readonly<Record<CustomerColumn, readonly string[]>> = {
  id: words(
    'id customerid clientid recordid accountid companyid organizationid organisationid donotmodifyaccount ' +
      'nichtandernfirma nichtandernkonto nepasmodifiercompte nietwijzigenaccount nomodificarcuenta companyrecid ' +
      'companycompanyid companyrecordid accountid18 crmid guid systemid externalid customerguid accountguid ' +
      'kundenid firmenid klantid idclient idcliente ' +
      'accountnumber accountno accountreference customernumber customerno customercode clientnumber clientcode companynumber ' +
      'companycode identifier number no nr n code kundennummer kundennr kdnr debitornr debitorennummer debitornummer ' +
      'debitor konto kontonummer klantnummer klantnr relatienummer debiteurnummer debiteurnr numeroclient numerodeclient ' +
      'nclient codeclient numerodecliente numerocliente ncliente codigocliente codigo microsoftid tenantid customertenantid ' +
      'entratenantid',
  ),
  name: words(
    'name customername clientname accountname companyname organizationname organisationname businessname companycompanyname ' +
      'customerfullname displayname fullname legalname tradingname contactname company account customer client organization ' +
      'organisation firma firmenname firmierung kundenname kunde unternehmen unternehmensname name1 bezeichnung bedrijfsnaam ' +
      'bedrijf klantnaam klant naam relatienaam nomclient nomduclient nomdelaclient raisonsociale societe entreprise nom ' +
      'nomdelentreprise nombre nombrecliente nombredelcliente razonsocial empresa nombredelaempresa cliente nombredelacuenta nomducompte',
  ),
  number: words(
    'accountnumber accountno accountreference customernumber customerno customercode clientnumber clientcode companynumber ' +
      'companycode identifier number no nr n reference kundennummer kundennr kdnr debitornr debitorennummer debitornummer ' +
      'debitor klantnummer klantnr relatienummer debiteurnummer numeroclient numerodeclient nclient codeclient ' +
      'numerodecliente numerocliente ncliente codigocliente companyid',
  ),
  website: words(
    'website websiteurl websiteaddress webaddress companywebsite companywebsiteurl web www url homepage homepageurl internet ' +
      'webseite internetseite internetadresse siteweb siteinternet sitioweb paginaweb companydomainname companydomain ' +
      'primarydomainname primarydomain domainname domain domains defaultdomain dominio domaine domein',
  ),
  mail: words(
    'maildomains emaildomains maildomain emaildomain emailaddress1 emailaddress email mail emails emailprimarycontact ' +
      'primaryemail invoiceemail billingemail mailadresse emailadresse adressemail adresseemail courriel ' +
      'correo correoelectronico companydomainname',
  ),
  city: words(
    'city town address1city billingcity billingaddresscity mainaddresscity companycity addresscity suburb ort stadt ville ' +
      'commune ciudad poblacion localidad plaats woonplaats',
  ),
  country: words(
    'country countrycode countryregion countryregioncode address1country address1countryregion billingcountry ' +
      'billingcountrycode billingaddresscountry companycountry addresscountry countryname iso land landerregionscode ' +
      'landregioncode landcode landerregion pays paysregion codepaysregion pais paisregion codpaisregion',
  ),
  tenant: words(
    'tenantid entratenantid azuretenantid microsofttenantid customertenantid microsoftid tenant m365tenantid aadtenantid',
  ),
};

/** Objects that some tools put before each column: `Company: Name`, `Organization - ID`. */
const OWNER = /^\s*(?:company|account|customer|client|organi[sz]ation|firma|kunde)\s*(?::|\s-)\s*/i;

/** `Account Number`, `account_number` and `ACCOUNTNUMBER` are one column. */
function columnKey(name: string): string {
  return plain(name);
}

/** The keys under which a column may be known: its whole name, and its name without the object before it. */
export function columnKeys(name: string): readonly string[] {
  const bare = name.replace(OWNER, '');
  return bare === name ? [plain(name)] : [plain(name), plain(bare)];
}

function plain(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The names of a field, the surest first. One that the settings name is the only one. */
export function namesOf(field: CustomerColumn, named: NamedColumns): readonly string[] {
  const own = named[field];
  return own === undefined ? NAMES[field] : [columnKey(own)];
}

function words(text: string): readonly string[] {
  return text.split(' ');
}
