import type { FormField } from './form-field.js'
import { plainWords } from './plain-words.js'

// What buttons and forms are called, as `plainWords` writes it. What has two meanings (`anmelden`)
// is in none of them.

const SIGN_UP =
  /\bsign ?up|\bregist|create|\bjoin|get started|start|\bsubscri|konto (erstellen|anlegen)|crear|inscri|creer|susikur|iscriv|crea |criar|cadastr|aanmelden|zarejestruj|登録|作成/

const LOG_IN =
  /\blog ?[io]n\b|\bsign ?[io]n\b|\bsessions?\b|einloggen|iniciar sesion|\bacceder|\bingresar|connecter|connexion|prisijung|accedi|entrar|inloggen|zaloguj|ログイン|サインイン/

/** Of a form that is about the password alone: forgotten, to be changed. */
const PASSWORD = /passw|contrasena|mot de passe|slaptazod|senha|wachtwoord|haslo|パスワード/

const UNSUBSCRIBE =
  /unsubscri|opt ?out|abbestell|austragen|abmeld|darse de baja|cancelar|desabonn|desinscri|atsisak|disiscriv|afmelden|wypisz|配信停止|解除|退会/

/**
 * Whether a form that asks for an address is one to sign up with. It is, unless something speaks
 * against it: a sign-up that is not told is a referral lost.
 *
 * @param button The text of the button that submits.
 * @param names What the form is called: its id, name, address and `aria-label`.
 */
export function isSignUp(
  fields: readonly FormField[],
  button: string,
  names: readonly string[],
): boolean {
  const passwords = fields.filter(({ type }) => type === 'password')
  const isAny = (word: string) => fields.some(({ autocomplete }) => autocomplete.includes(word))
  if (isAny('current-password')) return false
  // The button says best what it does.
  for (const text of [plainWords(button), names.map(plainWords).join(' ')]) {
    if (UNSUBSCRIBE.test(text)) return false
    if (SIGN_UP.test(text)) return true
    if (PASSWORD.test(text)) return false
    // Nobody chooses a password, or types it twice, to log in.
    if (LOG_IN.test(text) && !isAny('new-password') && passwords.length < 2) return false
  }
  return true
}
