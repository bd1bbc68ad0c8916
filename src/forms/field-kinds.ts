// How fields are called, in English, German, Spanish, French, Lithuanian, Japanese, Italian, Dutch,
// Polish and Portuguese, as `plainWords` writes it.

/** Before a name, they change nothing: `your-name`, `signup_name`. */
const BEFORE =
  '(?:(?:your|my|ihr|dein|tu|su|votre|il tuo|jusu|sign ?up|register|registration|reg|customer|contact|form|input|field|billing|shipping|txt) )*'

const exactly = (...words: string[]) => new RegExp(`^${BEFORE}(?:${words.join('|')})$`)

/** What a field is called, by kind. `full` may be a whole name, or the other half of one. */
export const FIELD_WORDS = {
  email:
    /\be ?mail|correo e|^correo$|courriel|adresse electronique|\bel pasta?|posta elettronica|メール/,
  given: exactly(
    'first ?name',
    'given ?names?',
    'forename',
    'fname',
    'vorname',
    'prenoms?',
    'voornaam',
    '名',
  ),
  family: exactly(
    'last ?name',
    'family ?name',
    'sur ?name',
    'lname',
    'nachname',
    'familienname',
    'apellidos?',
    'nom de famille',
    'pavarde',
    'cognome',
    'sobrenome',
    'apelido',
    'achternaam',
    'nazwisko',
    '姓|名字|苗字',
  ),
  full: exactly(
    '(?:full ?)?name',
    'vor und nachname',
    'nombre(?: completo| y apellidos)?',
    'nom(?: complet| et prenom)?',
    'prenom et nom',
    'vardas(?: (?:ir )?pavarde)?',
    'nome(?: completo| e cognome)?',
    '(?:volledige )?naam',
    'imie(?: i nazwisko)?',
    'お?名前|氏名',
  ),
} as const

export type FieldKind = keyof typeof FIELD_WORDS

/** What `autocomplete` calls it. */
export const AUTOCOMPLETE = {
  email: 'email',
  given: 'given-name',
  family: 'family-name',
  full: 'name',
} as const satisfies Record<FieldKind, string>
