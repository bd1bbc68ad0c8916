// What the compiler takes and refuses of the global; `npm run types` checks it, nothing runs it.
import type { Answer } from 'pollen-js'
import type { Po } from 'pollen-js/po'

const po: Po = window.po

po('settings', 'assets_host', 'https://pollen.example')
po('program', 'ABCDEFGH', 'load')
po('program', 'ABCDEFGH', 'load', { type: 'affiliate', cookie_time: 'lifetime' })
po('program', 'ABCDEFGH', 'settings', 'query_param', 'via')
po('integration', 'universal', null)
po('integration', 'stripe', { customer: 'acct_1', hosts: ['pay.shop.example'] })
po('integration', 'paddle')
po('ready', () => {})
po('renderReferralForm', { program_id: 'ABCDEFGH', container: '#friends', token_url: '/token' })
po('showReferralPopup', { program_id: 'ABCDEFGH', trigger: 'scroll', scroll: 40 })
// @ts-expect-error there is no such trigger
po('showReferralPopup', { program_id: 'ABCDEFGH', trigger: 'hover' })

const answer: Promise<Answer> = po('customers', 'signup', { data: { email: 'ada@example.com' } })
const partner: string | undefined = (await answer).data?.partner?.key
po('customers', 'signup', { data: { key: 'acct_1' } }, ({ status }) => status.toFixed())

// @ts-expect-error there is no such command
po('customer', 'signup', { data: {} })
// @ts-expect-error the data has to be wrapped
po('customers', 'signup', { email: 'ada@example.com' })
// @ts-expect-error there is no such kind of program
po('program', 'ABCDEFGH', 'type', 'coupon')
// @ts-expect-error a name is text
po('program', 'ABCDEFGH', 'settings', 'query_param', 7)
// @ts-expect-error there is no such integration
po('integration', 'square')
// @ts-expect-error `host` and `assets_host` alone are settings
po('settings', 'port', '80')

export { partner }
