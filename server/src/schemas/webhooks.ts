import { Type } from 'typebox'
import { Key } from './identifiers.js'
import { PageQuery } from './page-query.js'

const properties = {
  name: Type.String({ minLength: 1, maxLength: 255 }),
  url: Type.String({ maxLength: 2048, description: 'https://shop.example/webhooks' }),
  events: Type.Array(Type.String(), {
    minItems: 1,
    maxItems: 100,
    description: 'Names of events, such as partner.created.',
  }),
  is_active: Type.Optional(Type.Boolean({ description: 'true if not given' })),
}

/** Which webhooks to list; name and address match by a part. */
export const WebhooksQuery = Type.Object({
  ...PageQuery.properties,
  name: Type.Optional(Type.String({ maxLength: 255 })),
  url: Type.Optional(Type.String({ maxLength: 255 })),
  is_active: Type.Optional(Type.Boolean()),
})

export const WebhookBody = Type.Object({ ...properties, key: Type.Optional(Key) })

export const WebhookChanges = Type.Partial(Type.Object(properties))

export const WebhookPath = Type.Object({ key: Type.String() })

export const DeliveriesQuery = Type.Object({
  ...PageQuery.properties,
  status: Type.Optional(Type.Enum(['pending', 'delivered', 'failed'])),
})

export const DeliveryPath = Type.Object({ key: Type.String(), id: Type.String() })
