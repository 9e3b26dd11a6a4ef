import { z } from 'zod';
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

export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const text = z.string().nullish();
/** Entra compares tenant ids without case; so that we can with `===`, they are lower case from here on. */
const guid = z.string().regex(GUID).toLowerCase();
const time = z
  .string()
  .nullish()
  // Partner Center fills an unset time with the first day of year one.
  .transform((value) => (!value || value.startsWith('0001-') ? NaN : Date.parse(value)))
  .transform((at) => (Number.isNaN(at) ? undefined : at));

const customer = z
  .object({
    id: guid,
    companyprofile: z
      .object({ domain: text, companyname: text, address: z.object({ country: text }).nullish() })
      .nullish(),
    billingprofile: z.object({ defaultaddress: z.object({ country: text }).nullish() }).nullish(),
    customdomains: z.array(z.string()).nullish(),
    relationshiptopartner: text,
  })
  .transform((foreignCustomer): ListedTenant => {
    const { id, companyprofile: profile, billingprofile, customdomains, relationshiptopartner } = foreignCustomer;
    const relationName = relationshiptopartner ?? 'unknown';
    const domain = profile?.domain?.toLowerCase();
    // The company's own address is shown only with delegated admin, the billing address always.
    const address = profile?.address ?? billingprofile?.defaultaddress;
    const country = address?.country?.toUpperCase();
    const domains = customdomains?.map((d) => d.toLowerCase()).filter((d) => d !== domain);
    return {
      tenant: {
        tenantId: id,
        name: profile?.companyname?.trim() || domain || id,
        ...(domain ? { defaultDomain: domain } : {}),
        ...(domains && domains.length > 0 ? { domains } : {}),
        ...(country && /^[A-Z]{2}$/.test(country) ? { country } : {}),
      },
      relation: relationName.toLowerCase() === 'reseller' ? 'reseller' : 'other',
      relationName,
    };
  });

export const customerSchema = foreign(customer);

const link = z.object({ headers: z.array(z.object({ key: z.string(), value: z.string() })).nullish() });

/** One page of customers, and the token of the next page if there is one. */
export const customerPageSchema = foreign(
  z
    .object({
      items: z.array(customer),
      continuationtoken: text,
      links: z.object({ next: link.nullish() }).nullish(),
    })
    .transform(({ items, continuationtoken, links }) => {
      const inLink = links?.next?.headers?.find((h) => h.key.toLowerCase() === 'ms-continuationtoken')?.value;
      return { items, next: continuationtoken || inLink || undefined };
    }),
);

export const subscriptionsSchema = foreign(
  z.object({
    items: z.array(
      z
        .object({
          id: z.string(),
          offername: text,
          friendlyname: text,
          quantity: z.number().default(0),
          status: z.string().default('none'),
          termduration: text,
          billingcycle: text,
          commitmentenddate: time,
          autorenewenabled: z.boolean().nullish(),
          istrial: z.boolean().nullish(),
        })
        .transform((s): Subscription => ({
          id: s.id,
          offer: s.offername || s.friendlyname || s.id,
          ...(s.friendlyname ? { name: s.friendlyname } : {}),
          quantity: s.quantity,
          status: s.status.toLowerCase(),
          ...(s.termduration ? { term: s.termduration } : {}),
          ...(s.billingcycle ? { billing: s.billingcycle.toLowerCase() } : {}),
          ...(s.commitmentenddate === undefined ? {} : { endsAt: s.commitmentenddate }),
          ...(typeof s.autorenewenabled === 'boolean' ? { autoRenews: s.autorenewenabled } : {}),
          ...(typeof s.istrial === 'boolean' ? { trial: s.istrial } : {}),
        })),
    ),
  }),
);

export const licencesSchema = foreign(
  z.object({
    items: z.array(
      z
        .object({
          totalunits: z.number().default(0),
          consumedunits: z.number().default(0),
          availableunits: z.number().default(0),
          productsku: z.object({ name: text, skupartnumber: text }).nullish(),
        })
        .transform((sku): Licence => ({
          name: sku.productsku?.name || sku.productsku?.skupartnumber || 'unnamed product',
          total: sku.totalunits,
          used: sku.consumedunits,
          free: sku.availableunits,
        })),
    ),
  }),
);

/** The service plans of one product that the customer has subscribed to. */
export const servicePlansSchema = foreign(
  z.object({
    items: z.array(
      z
        .object({
          productsku: z.object({ name: text, skupartnumber: text }).nullish(),
          serviceplans: z.array(z.object({ displayname: text, servicename: text, capabilitystatus: text })).nullish(),
        })
        .transform(({ productsku, serviceplans }) => ({
          product: productsku?.name || productsku?.skupartnumber || undefined,
          plans: (serviceplans ?? []).map((plan) => ({
            name: plan.displayname?.trim() || plan.servicename || 'unnamed service',
            status: plan.capabilitystatus?.toLowerCase() || undefined,
          })),
        })),
    ),
  }),
);

export type ProductPlans = z.infer<typeof servicePlansSchema>['items'][number];

export const usersSchema = foreign(
  z.object({
    items: z.array(
      z.object({ displayname: text, userprincipalname: z.string(), state: text }).transform((user): TenantUser => ({
        name: user.displayname || user.userprincipalname,
        login: user.userprincipalname,
        active: (user.state ?? 'active').toLowerCase() === 'active',
      })),
    ),
  }),
);

export const agreementsSchema = foreign(z.object({ items: z.array(z.object({ dateagreed: time })) }));

export const directSignedSchema = foreign(z.object({ issigned: z.boolean() }));

export const invitationSchema = foreign(z.object({ url: z.url() }));

/** The code of an error; a number in some answers, text in others. Undefined when the body is of another shape. */
export const errorCodeSchema = foreign(
  z.object({ code: z.union([z.string(), z.number()]).transform(String) }).transform((error) => error.code),
);

/** One GDAP relationship, of Microsoft Graph. */
export const adminRelationshipsSchema = z.object({
  'value': z.array(
    z.object({
      status: z.string(),
      endDateTime: time,
      lastModifiedDateTime: time,
      accessDetails: z.object({ unifiedRoles: z.array(z.unknown()).nullish() }).nullish(),
    }),
  ),
  '@odata.nextLink': z.string().nullish(),
});

export type AdminRelationship = z.infer<typeof adminRelationshipsSchema>['value'][number];

/** A notification of Partner Center. The documents name the audit address in two ways; we follow neither. */
export const eventSchema = foreign(
  z
    .object({ eventname: z.string().min(1), resourceuri: text, resourcechangeutcdate: text })
    .transform(({ eventname, resourceuri, resourcechangeutcdate }) => {
      const last = resourceuri?.split(/[?#]/)[0]?.replace(/\/$/, '').split('/').pop() ?? '';
      const at = Date.parse(resourcechangeutcdate ?? '');
      return {
        event: eventname.toLowerCase(),
        resource: resourceuri ?? '',
        // For GDAP events the address ends with the relationship, which is not a tenant.
        ...(GUID.test(last) && /\/customers\/[^/]+$/i.test((resourceuri ?? '').replace(/[?#].*|\/$/g, ''))
          ? { tenantId: last.toLowerCase() }
          : {}),
        changed: resourcechangeutcdate ?? '',
        ...(Number.isNaN(at) ? {} : { at }),
      };
    }),
);
