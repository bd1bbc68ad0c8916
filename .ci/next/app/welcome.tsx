'use client'
import { useReferral, useSignup } from 'pollen-js/react'

export function Welcome() {
  const referral = useReferral()
  const signup = useSignup()
  return (
    <>
      <h1>{referral ? `Welcome, friend of ${referral.key}` : 'Welcome'}</h1>
      <button type="button" onClick={() => signup({ key: 'user_42', email: 'ada@example.com' })}>
        Sign up
      </button>
    </>
  )
}
