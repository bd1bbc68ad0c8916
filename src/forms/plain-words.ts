/**
 * Words as they can be compared: small letters without accents, one space between them.
 * `user[firstName]` becomes `first name`, `Prénom *` becomes `prenom`.
 */
export const plainWords = (text: string): string =>
  text
    // Rails and PHP: the last name in brackets is the field's own.
    .replace(/^.*\[([^\]]+)\]$/, '$1')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    // What was not an accent is put together again: ク and its mark are グ.
    .normalize('NFC')
    .toLowerCase()
    // `(required)` and the like.
    .replace(/[(（].*?[)）]/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
