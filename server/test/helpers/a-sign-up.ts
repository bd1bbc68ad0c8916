import { v7 as uuidv7 } from 'uuid'

/**
 * A sign-up as the script reports it.
 *
 * @param key Of the partner or friend.
 */
export const aSignUp = (data: Record<string, unknown>, key?: string) => ({
  id: uuidv7(),
  data,
  key,
  session: '0b51a4c5-6b0e-4c39-a5a6-1f3a2cbeed1f',
  url: 'https://shop.example/sign-up',
})
