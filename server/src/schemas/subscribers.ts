import { Type } from 'typebox'
import { Email, Key, Name } from './identifiers.js'
import { PageQuery } from './page-query.js'
import { Reference } from './person.js'

const changeable = {
  id: Type.Optional(Key),
  name: Type.Optional(Name),
  tos: Type.Optional(Type.Boolean()),
  marketing_consent: Type.Optional(Type.Boolean()),
  status: Type.Optional(Type.Enum(['active', 'rejected', 'suspended'])),
  approved: Type.Optional(Type.Boolean()),
}

/** An older client calls the id `identifier`. */
export const SubscriberBody = Type.Object({
  ...changeable,
  email: Email,
  identifier: Type.Optional(Key),
  referral: Type.Optional(Reference),
})

const Changes = Type.Object({ ...changeable, email: Type.Optional(Email) })

/** What is to change below `update`, or beside the `id` or `email` by which the subscriber is found. */
export const SubscriberUpdate = Type.Object({
  ...Changes.properties,
  update: Type.Optional(Changes),
})

export const SubscriberReference = Type.Object({
  id: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
})

const ReferStatus = Type.Optional(Type.Enum(['referred', 'non_referred']))

export const SubscribersQuery = Type.Object({
  ...PageQuery.properties,
  ...SubscriberReference.properties,
  refer_status: ReferStatus,
})

export const SubscribersSearch = Type.Object({
  ...PageQuery.properties,
  ...SubscriberReference.properties,
  key: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  refer_status: ReferStatus,
})

export const NewsletterRewardBody = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 255 }),
  description: Type.Optional(Type.String({ maxLength: 10_000 })),
  subscribers_count: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1_000_000_000, description: '1 if not given' }),
  ),
  fulfillment_type: Type.Optional(Type.Enum(['url_link', 'generic_coupon', 'amazon_gift_card'])),
  fulfillment_value: Type.Optional(Type.String({ maxLength: 2048 })),
})

export const NewsletterRewardUpdate = Type.Object({
  ...Type.Partial(NewsletterRewardBody).properties,
  status: Type.Optional(
    Type.Enum(['active', 'archived'], {
      description: 'archived: nobody earns it any more; who has it keeps it',
    }),
  ),
})

export const RewardedSubscribersQuery = Type.Object({
  ...PageQuery.properties,
  email: Type.Optional(Type.String({ description: 'a part of it' })),
})

export const NewsletterRewardPath = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
})
