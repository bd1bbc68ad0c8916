/** A label on a partner or a customer. */
export interface Tag {
  value: string
}
