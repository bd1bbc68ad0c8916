import { useCallback } from 'react'
import type { Answer, SignUpData } from '../index.js'
import { useTracker } from './use-tracker.js'

/**
 * A function that reports a sign-up, the same one at each rendering.
 *
 * @example
 * const signup = useSignup()
 * await signup({ key: user.id, email: user.email })
 */
export function useSignup(): (data: SignUpData) => Promise<Answer> {
  const tracker = useTracker()
  return useCallback((data) => tracker.signup(data), [tracker])
}
