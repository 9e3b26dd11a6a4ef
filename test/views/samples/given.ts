/** A partner’s invitation link, as Partner Center makes it. */
export const LINK =
  'https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=b7d1c8f2-3e54-4a89-9c10-5f2e7d6a8b43&msppId=0&DAP=false';

/** Lines of the command table, as the help is given them. */
export const ENTRIES = [
  { example: 'is Contoso accepted?', summary: 'Tells whether a company has accepted, since when, and what comes next' },
  { example: 'what is unmapped?', summary: 'Lists what waits for a customer, or who accepted lately' },
  { example: 'watch contoso.com', summary: 'Tells you when a company accepts' },
  { example: 'map Contoso to Contoso GmbH', summary: 'Maps an account to a customer, after you confirm' },
  { example: 'invite Contoso', summary: 'Gives the invitation text to send to a customer' },
  { example: 'history Contoso', summary: 'Tells the whole story of an account' },
];
