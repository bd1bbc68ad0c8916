import { Type } from 'typebox'
import { Key } from './identifiers.js'
import { PageQuery } from './page-query.js'
import { Reference } from './person.js'

const Url = Type.String({ maxLength: 2000 })

/** The members that clients write in either spelling. */
const fields = {
  key: Type.Optional(Key),
  domain_id: Type.Optional(Type.Integer({ minimum: 1 })),
  is_additional: Type.Optional(Type.Boolean()),
  isAdditional: Type.Optional(Type.Boolean()),
  direct_tracking: Type.Optional(Type.Boolean()),
  directTracking: Type.Optional(Type.Boolean()),
  direct_tracking_redirect: Type.Optional(Type.Boolean()),
  directTrackingRedirect: Type.Optional(Type.Boolean()),
  direct_tracking_redirect_url: Type.Optional(Url),
  directTrackingRedirectUrl: Type.Optional(Url),
}

export const ReferralLinkBody = Type.Object({
  ...fields,
  key: Key,
  partner: Type.Optional(Reference),
  partner_key: Type.Optional(Key),
  customer: Type.Optional(Reference),
  customer_key: Type.Optional(Key),
})

/** The changes below `update`, or on their own. */
export const ReferralLinkUpdate = Type.Object({
  ...fields,
  update: Type.Optional(Type.Object(fields)),
})

/** Which links of one owner to list. */
export const OwnLinksQuery = Type.Object({
  ...PageQuery.properties,
  key: Type.Optional(Type.String({ maxLength: 255, description: 'a part of it' })),
})

export const ReferralLinksSearch = Type.Object({
  ...PageQuery.properties,
  id: Type.Optional(Type.String()),
  key: Type.Optional(Type.String()),
  partner: Type.Optional(Reference),
  customer: Type.Optional(Reference),
})
