import { type Language, texts } from './texts.js'

const isKnown = (language: string): language is Language => Object.keys(texts).includes(language)

/**
 * The first language that we speak, by what is wanted, the best first: `['pt-BR', 'es']` is Spanish.
 *
 * @param wanted BCP 47, https://www.rfc-editor.org/rfc/rfc5646; only the language itself decides.
 */
export function chooseLanguage(wanted: readonly (string | null | undefined)[]): Language {
  const languages = wanted.map((tag) => (tag ?? '').split('-')[0]?.toLowerCase() ?? '')
  return languages.find(isKnown) ?? 'en'
}
