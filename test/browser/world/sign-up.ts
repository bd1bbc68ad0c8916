import type { Answer } from '../../../src/outbox.js'

type Po = (...call: unknown[]) => Promise<Answer>

/** Signs up as a page's own code does; runs in the page. */
export const signUp = (email: string): Promise<Answer> =>
  (Reflect.get(window, 'po') as Po)('customers', 'signup', { data: { email, name: 'Ann' } })
