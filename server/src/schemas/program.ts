import { Type } from 'typebox'
import { COOKIE_DOMAIN, PARAMETER } from '../domain/programs/program-patterns.js'
import { Commission, HoldDays, Months, Sales } from './terms.js'

const Website = Type.String({ minLength: 1, maxLength: 250 })

const CookieLifetime = Type.Union(
  [Type.Integer({ minimum: 1, maximum: 9_999_999 }), Type.Literal('lifetime')],
  { description: 'a number of days from 1 to 9999999, or "lifetime"' },
)

const Currency = Type.String({
  pattern: '^[A-Za-z]{3}$',
  description: 'a currency of ISO 4217, such as USD',
})

/** What can be switched on and off, by which of the two groups of settings it belongs to. */
export const SWITCHES = {
  program_settings: [
    'welcome_email_enabled',
    'onboarding_enabled',
    'partner_email_notifications_enabled',
    'referral_portal_enabled',
    'rewards_notification_enabled',
  ],
  portal_settings: [
    'program_page_enabled',
    'leads_page_enabled',
    'registration_disabled',
    'google_login_enabled',
    'passwordless_login_enabled',
    'sub_accounts_enabled',
    'widget_enabled',
    'signup_popup_enabled',
    'embeddable_form_enabled',
    'popup_form_enabled',
  ],
} as const

const switches = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, Type.Optional(Type.Boolean())])) as Record<
    Name,
    ReturnType<typeof Type.Optional<ReturnType<typeof Type.Boolean>>>
  >

export const ProgramUpdate = Type.Object({
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
  website: Type.Optional(Website),
  program_settings: Type.Optional(
    Type.Object({
      currency: Type.Optional(Currency),
      cookie_lifetime: Type.Optional(CookieLifetime),
      ...switches(SWITCHES.program_settings),
    }),
  ),
  portal_settings: Type.Optional(Type.Object(switches(SWITCHES.portal_settings))),
})

const Parameter = Type.String({
  pattern: PARAMETER,
  description: '1 to 64 letters, digits, dots, hyphens or underscores',
})

/** How a program tracks, credits and pays. */
export const SettingsBody = Type.Object({
  settings: Type.Object({
    parameter: Type.Optional(Parameter),
    query_params: Type.Optional(Type.Array(Parameter, { maxItems: 20 })),
    url_format: Type.Optional(Type.Enum(['query', 'link'])),
    cookie_lifetime: Type.Optional(CookieLifetime),
    attribution: Type.Optional(Type.Enum(['last_click', 'first_click'])),
    cookie_domain: Type.Optional(
      Type.String({
        pattern: `${COOKIE_DOMAIN}|^$`,
        maxLength: 253,
        description: 'a domain such as shop.example, or empty for the widest',
      }),
    ),
    consent: Type.Optional(Type.Enum(['not_required', 'required', 'gpc'])),
    partner_sign_up: Type.Optional(Type.Enum(['closed', 'approval', 'open'])),
    strict_attribution: Type.Optional(Type.Boolean()),
    transaction_based_attribution: Type.Optional(Type.Boolean()),
    coupon_attribution: Type.Optional(Type.Enum(['never', 'when_unattributed', 'always'])),
    commission: Type.Optional(Commission),
    commission_sales: Type.Optional(Sales),
    commission_months: Type.Optional(Months),
    hold_days: Type.Optional(HoldDays),
    domains: Type.Optional(Type.Array(Website, { maxItems: 100 })),
    visitor_hashes: Type.Optional(Type.Boolean()),
    lead_retention_days: Type.Optional(
      Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Literal('forever')], {
        description: 'a number of days from 1 to 36500, or "forever"',
      }),
    ),
    // A browser may send a click again for 30 days; as long as the first is there, it changes nothing.
    click_retention_days: Type.Optional(
      Type.Union([Type.Integer({ minimum: 60, maximum: 36_500 }), Type.Literal('forever')], {
        description: 'a number of days from 60 to 36500, or "forever"',
      }),
    ),
    webhook_log_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  }),
})
