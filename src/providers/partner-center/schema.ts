import { z } from 'zod';
import { domainIn, guidIn } from '../../domain/one-form';
import { loose, looseFlag, looseList, looseNumber, looseText } from '../../runtime/tolerant';
import type { Licence, ListedTenant, Subscription, TenantUser } from '../../provider';

/**
 * Partner Center's shapes, read in lower case because its casing varies (PascalCase in some answers), and turned into
 * our words. Only the fields that we use; what Microsoft adds does not disturb.
 */
function inLowerCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inLowerCase);
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    // Assigning to this name would set the prototype.
    if (key !== '__proto__') result[key.toLowerCase()] = inLowerCase(inner);
  }
  return result;
}

function foreign<T extends z.ZodType>(schema: T) {
  return z.preprocess(inLowerCase, schema);
}

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
    const tenantId = guidIn(id) ?? guidIn(profile?.tenantid);
    if (tenantId === undefined) {
      context.addIssue({ code: 'custom', message: 'holds no tenant id', path: ['id'] });
      return z.NEVER;
    }
    return listedTenant(tenantId, profile, {
      relationName: relationshiptopartner?.trim() || 'unknown',
      // The company's own address is shown only with delegated admin, the billing address always.
      country: (profile?.address ?? billingprofile?.defaultaddress)?.country?.trim().toUpperCase(),
      customDomains: customdomains?.items ?? [],
    });
  });

function listedTenant(
  tenantId: string,
  profile: { readonly domain: string | undefined; readonly companyname: string | undefined } | undefined,
  more: {
    readonly relationName: string;
    readonly country: string | undefined;
    readonly customDomains: readonly string[];
  },
): ListedTenant {
  const { relationName, country, customDomains } = more;
  const domain = domainIn(profile?.domain);
  const domains = customDomains.map(domainIn).filter((d) => d !== undefined && d !== domain) as string[];
  return {
    tenant: {
      tenantId,
      name: profile?.companyname?.trim() || domain || tenantId,
      ...(domain ? { defaultDomain: domain } : {}),
      ...(domains.length > 0 ? { domains } : {}),
      ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    },
    relation: relationName.toLowerCase() === 'reseller' ? 'reseller' : 'other',
    relationName,
  };
}

export const customerSchema = foreign(customer);

const link = loose(z.object({ headers: loose(looseList(z.object({ key: z.string(), value: z.string() }))) }));

/** One page of a list, the token of the next page if there is one, and how many there are where that is told. */
function page<T extends z.ZodType>(item: T) {
  return foreign(
    z
      .object({
        items: looseList(item).nullable(),
        totalcount: looseNumber,
        continuationtoken: looseText,
        links: loose(z.object({ next: link })),
      })
      .transform(({ items: list, totalcount = 0, continuationtoken, links }, context) => {
        // An empty list may be null; one that says how many it holds may not.
        if (list === null && totalcount > 0) context.addIssue({ code: 'custom', message: 'is null', path: ['items'] });
        const { items, bad } = list ?? { items: [], bad: [] };
        const headers = links?.next?.headers?.items;
        const inLink = headers?.find((h) => h.key.toLowerCase() === 'ms-continuationtoken')?.value;
        return { items, bad, next: continuationtoken || inLink || undefined };
      }),
  );
}

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
