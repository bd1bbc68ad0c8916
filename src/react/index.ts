export { PollenProvider, type PollenProviderProps } from './pollen-provider.js'
export { useReferral } from './use-referral.js'
export { useSignup } from './use-signup.js'
export { useTracker } from './use-tracker.js'
