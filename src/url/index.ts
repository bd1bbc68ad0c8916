export type { ProgramSettings } from '../program-settings.js'
export { referralKey } from './referral-key.js'
