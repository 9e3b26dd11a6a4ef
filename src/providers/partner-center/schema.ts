import { z } from 'zod';
import { domainIn, guidIn, tenantIdIn } from '../../domain/one-form';
import { loose, looseFlag, looseList, looseNumber, looseText } from '../../runtime/tolerant';
import { foreign, page } from './foreign';
import type { Licence, ListedTenant, Subscription, TenantUser } from '../../provider';

const time = looseText
  // Partner Center fills an unset time with the first day of year one.
  .transform((value) => (!value || value.startsWith('0001-') ? NaN : Date.parse(value)))
  .transform((at) => (Number.isNaN(at) ? undefined : at));

const address = loose(z.object({ country: looseText }));

const customer = z
  .object({
    id: looseText,
    companyprofile: loose(z.object({ tenantid: looseText, domain: looseText, companyname: looseText, address })),
    billingprofile: loose(z.object({ defaultaddress: address })),
    customdomains: loose(looseList(z.string())),
    relationshiptopartner: looseText,
  })
  .transform(({ id, companyprofile: profile, billingprofile, customdomains, relationshiptopartner }, context) => {
    const tenantId = tenantIdIn(id) ?? tenantIdIn(profile?.tenantid);
    if (tenantId === undefined) {
      context.addIssue({ code: 'custom', message: 'holds no tenant id', path: ['id'] });
      return z.NEVER;
    }
    return listedTenant(tenantId, profile, {
      relationName: relationshiptopartner?.trim() || undefined,
      // The company's own address is shown only with delegated admin, the billing address always.
      country: (profile?.address ?? billingprofile?.defaultaddress)?.country?.trim().toUpperCase(),
      customDomains: customdomains?.items ?? [],
    });
  });

function listedTenant(
  tenantId: string,
  profile: { readonly domain: string | undefined; readonly companyname: string | undefined } | undefined,
  more: {
    readonly relationName: string | undefined;
    readonly country: string | undefined;
    readonly customDomains: readonly string[];
  },
): ListedTenant {
  const { relationName, country, customDomains } = more;
  const domain = domainIn(profile?.domain);
  const domains = customDomains
    .map(domainIn)
    .filter((d) => d !== undefined)
    .filter((d) => d !== domain);
  return {
    tenant: {
      tenantId,
      name: profile?.companyname?.trim() || domain || tenantId,
      ...(domain ? { defaultDomain: domain } : {}),
      ...(domains.length > 0 ? { domains } : {}),
      ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    },
    relation: relationOf(relationName),
    relationName: relationName ?? 'unknown',
  };
}

function relationOf(name: string | undefined): ListedTenant['relation'] {
  if (name === undefined) return 'unknown';
  return name.toLowerCase() === 'reseller' ? 'reseller' : 'other';
}

export const customerSchema = foreign(customer);

/** One page of customers, and the token of the next page if there is one. */
export const customerPageSchema = page(customer);

const subscription = z
  .object({
    id: z.string(),
    offername: looseText,
    friendlyname: looseText,
    quantity: looseNumber,
    status: looseText,
    termduration: looseText,
    billingcycle: looseText,
    commitmentenddate: time,
    autorenewenabled: looseFlag,
    istrial: looseFlag,
  })
  .transform((s): Subscription => ({
    id: s.id,
    offer: s.offername || s.friendlyname || s.id,
    ...(s.friendlyname ? { name: s.friendlyname } : {}),
    quantity: s.quantity ?? 0,
    status: s.status?.toLowerCase() || 'none',
    ...(s.termduration ? { term: s.termduration } : {}),
    ...(s.billingcycle ? { billing: s.billingcycle.toLowerCase() } : {}),
    ...(s.commitmentenddate === undefined ? {} : { endsAt: s.commitmentenddate }),
    ...(s.autorenewenabled === undefined ? {} : { autoRenews: s.autorenewenabled }),
    ...(s.istrial === undefined ? {} : { trial: s.istrial }),
  }));

export const subscriptionsSchema = page(subscription);

const product = loose(z.object({ name: looseText, skupartnumber: looseText }));

export const licencesSchema = page(
  z
    .object({
      totalunits: looseNumber,
      consumedunits: looseNumber,
      availableunits: looseNumber,
      productsku: product,
    })
    .transform((sku): Licence => ({
      name: sku.productsku?.name || sku.productsku?.skupartnumber || 'unnamed product',
      total: sku.totalunits ?? 0,
      used: sku.consumedunits ?? 0,
      free: sku.availableunits ?? 0,
    })),
);

const plan = z
  .object({ displayname: looseText, servicename: looseText, capabilitystatus: looseText })
  .transform((p) => ({
    name: p.displayname?.trim() || p.servicename || 'unnamed service',
    status: p.capabilitystatus?.toLowerCase() || undefined,
  }));

/** The service plans of one product that the customer has subscribed to. */
export const servicePlansSchema = page(
  z.object({ productsku: product, serviceplans: loose(looseList(plan)) }).transform(({ productsku, serviceplans }) => ({
    product: productsku?.name || productsku?.skupartnumber || undefined,
    plans: serviceplans?.items ?? [],
  })),
);

export type ProductPlans = z.infer<typeof servicePlansSchema>['items'][number];

export const usersSchema = page(
  z
    .object({ displayname: looseText, userprincipalname: z.string(), state: looseText })
    .transform((user): TenantUser => ({
      name: user.displayname || user.userprincipalname,
      login: user.userprincipalname,
      active: (user.state ?? 'active').toLowerCase() === 'active',
    })),
);

export const agreementsSchema = page(z.object({ dateagreed: time }));

export const directSignedSchema = foreign(z.object({ issigned: z.boolean() }));

export const invitationSchema = foreign(z.object({ url: z.url() }));

/** The code of an error; a number in some answers, text in others. Undefined when the body is of another shape. */
export const errorCodeSchema = foreign(
  z.object({ code: z.union([z.string(), z.number()]).transform(String) }).transform((error) => error.code),
);

/** One GDAP relationship, of Microsoft Graph. */
export const adminRelationshipsSchema = z.object({
  'value': looseList(
    z.object({
      status: z.string(),
      endDateTime: time,
      lastModifiedDateTime: time,
      autoExtendDuration: looseText,
      accessDetails: loose(z.object({ unifiedRoles: loose(z.array(z.unknown())) })),
    }),
  ),
  '@odata.nextLink': looseText,
});

export type AdminRelationship = z.infer<typeof adminRelationshipsSchema>['value']['items'][number];

/** A notification of Partner Center. The documents name the audit address in two ways; we follow neither. */
export const eventSchema = foreign(
  z
    .object({ eventname: z.string().min(1), resourceuri: looseText, resourcechangeutcdate: looseText })
    .transform(({ eventname, resourceuri, resourcechangeutcdate }) => {
      const last = resourceuri?.split(/[?#]/)[0]?.replace(/\/$/, '').split('/').pop() ?? '';
      const tenantId = guidIn(decoded(last));
      const at = Date.parse(resourcechangeutcdate ?? '');
      return {
        event: eventname.toLowerCase(),
        resource: resourceuri ?? '',
        // For GDAP events the address ends with the relationship, which is not a tenant.
        ...(tenantId !== undefined && /\/customers\/[^/]+$/i.test((resourceuri ?? '').replace(/[?#].*|\/$/g, ''))
          ? { tenantId }
          : {}),
        changed: resourcechangeutcdate ?? '',
        ...(Number.isNaN(at) ? {} : { at }),
      };
    }),
);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
