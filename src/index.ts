export {
  createTracker,
  type Tracker,
  type TrackerOptions,
} from './create-tracker.js'
export type { Answer, Partner } from './outbox.js'
export type { ProgramSettings } from './program-settings.js'
export type { Offer } from './referrals/widget-data.js'
export type { SignUpData } from './sign-up-data.js'
