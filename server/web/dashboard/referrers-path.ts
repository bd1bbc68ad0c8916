import type { Program } from './session.js'

/** Below `/v1`: those who refer others in a program of this type. */
export const referrersPath = ({ type }: Pick<Program, 'type'>): string => PATHS[type]

const PATHS = {
  affiliate: '/partners',
  refer_a_friend: '/customers',
  newsletter: '/subscribers',
}
