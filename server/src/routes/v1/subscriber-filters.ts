import type { Static } from 'typebox'
import type { SubscribersSearch } from '../../schemas/subscribers.js'
import type { SubscriberFilters } from '../../store/subscribers.js'

/** Which subscribers a list is to be about. */
export const subscriberFilters = ({
  id,
  key,
  email,
  name,
  refer_status,
}: Static<typeof SubscribersSearch>): SubscriberFilters => ({
  isReferred: refer_status && refer_status === 'referred',
  terms: { id, key, email, name },
})
