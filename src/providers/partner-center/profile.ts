import { z } from 'zod';
import { loose, looseText } from '../../runtime/tolerant';
import type { CompanyProfile } from '../../provider';
import { foreign } from './foreign';

const address = loose(
  z.object({
    country: looseText,
    city: looseText,
    state: looseText,
    region: looseText,
    addressline1: looseText,
    addressline2: looseText,
    postalcode: looseText,
    firstname: looseText,
    lastname: looseText,
    phonenumber: looseText,
  }),
);

/** The answer about one customer, as the company that it is. Its own address is shown only with delegated admin. */
export const profileSchema = foreign(
  z
    .object({
      companyprofile: loose(z.object({ companyname: looseText, email: looseText, address })),
      billingprofile: loose(
        z.object({
          companyname: looseText,
          email: looseText,
          firstname: looseText,
          lastname: looseText,
          defaultaddress: address,
        }),
      ),
    })
    .transform(({ companyprofile: company, billingprofile: billing }): CompanyProfile => {
      const place = company?.address ?? billing?.defaultaddress;
      const other = billing?.defaultaddress;
      const country = place?.country?.trim().toUpperCase();
      return told({
        // What is billed is called by the name that stands in contracts.
        name: billing?.companyname ?? company?.companyname,
        mail: billing?.email ?? company?.email,
        phone: place?.phonenumber ?? other?.phonenumber,
        contact: joined(' ', billing?.firstname ?? other?.firstname, billing?.lastname ?? other?.lastname),
        street: joined(', ', place?.addressline1, place?.addressline2),
        postcode: place?.postalcode,
        city: place?.city,
        state: place?.state ?? place?.region,
        country: country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined,
      });
    }),
);

/** What is longer is a mistake. */
const LONGEST = 300;

function joined(between: string, ...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => part?.trim() || []).join(between);
}

function told(profile: Readonly<Record<keyof CompanyProfile, string | undefined>>): CompanyProfile {
  const filled = Object.entries(profile).flatMap(([field, value]) => {
    const text = value?.replace(/\s+/g, ' ').trim().slice(0, LONGEST) ?? '';
    return text === '' ? [] : [[field, text] as const];
  });
  return Object.fromEntries(filled);
}
