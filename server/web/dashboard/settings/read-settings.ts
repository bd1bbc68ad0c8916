/** Lists that the form has as one text. */
const LISTS = ['query_params', 'domains']

const CHECKS = ['strict_attribution', 'transaction_based_attribution']

/** Either a number or one of the API's words. */
const NUMBERS = ['cookie_lifetime', 'commission_months', 'hold_days', 'click_retention_days']

/** What the form says, as `PUT /v1/settings` takes it. */
export function readSettings(form: FormData): Record<string, unknown> {
  const settings: Record<string, unknown> = Object.fromEntries(
    [...form].map(([name, value]) => [name, settingOf(name, String(value).trim())]),
  )
  for (const name of CHECKS) settings[name] = form.has(name)
  return settings
}

function settingOf(name: string, text: string): unknown {
  if (LISTS.includes(name)) return text.split(/[\s,]+/).filter(Boolean)
  if (NUMBERS.includes(name) && /^\d+$/.test(text)) return Number(text)
  return text
}
