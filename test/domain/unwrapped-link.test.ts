import { unwrapped } from '../../src/domain/unwrapped-link';

const PAGE =
  'https://partner.microsoft.com/dashboard/v2/customers/f6ebab4f-9b2f-4c9e-ac71-872765a262c4/account?a=1&b=2';
const inside = encodeURIComponent(PAGE);
/** Its own hyphens are escaped, too. */
const proofpoint = inside.replaceAll('-', '%2D').replaceAll('%2F', '_').replaceAll('%', '-');

it.each([
  [`https://nam02.safelinks.protection.outlook.com/?url=${inside}&data=05%7C01&reserved=0`],
  [`https://nam02.safelinks.protection.outlook.com/ap/w-59584e83/?url=${inside}&data=05`],
  [`https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${inside}&locale=en`],
  [`https://linkprotect.cudasvc.com/url?a=${inside}&c=E,1`],
  [`https://www.google.com/url?q=${inside}&sa=D`],
  [`https://urldefense.com/v3/__${PAGE.replace('https://', 'https:/')}__;!!abc!def$`],
  [`https://urldefense.proofpoint.com/v2/url?u=${proofpoint}&d=DwMFaQ`],
])('%s leads to the page', (link) => {
  expect(unwrapped(link)).toBe(PAGE);
});

it.each([
  [PAGE],
  ['not a link'],
  ['https://nam02.safelinks.protection.outlook.com/?data=05'],
  ['https://nam02.safelinks.protection.outlook.com/?url=javascript:alert(1)'],
  ['https://safelinks.protection.outlook.com.evil.example/?url=https://partner.microsoft.com/'],
  ['https://urldefense.proofpoint.com/v2/url?u=https-3A__x-E9&d=1'],
])('%s is what it is', (link) => {
  expect(unwrapped(link)).toBe(link);
});

it('follows a link that was wrapped again and again no further than that happens', () => {
  let link = PAGE;
  for (let n = 0; n < 4; n += 1)
    link = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}`;
  expect(unwrapped(link)).toBe(PAGE);
  const once = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}`;
  expect(unwrapped(once)).toContain('safelinks');
});
