/** The form by which an e-mail address is compared: providers tell no upper from lower case. */
export const foldEmail = (email: string): string => email.toLowerCase()
