/** Who is signed in, and what they may see: `GET /auth/v1/session`. */
export interface Session {
  /** `every_program`: those to come too, so it may make them. */
  account: { email: string; name: string | null; every_program: boolean }
  programs: Program[]
}

export interface Program {
  public_id: string
  name: string
  type: 'affiliate' | 'refer_a_friend' | 'newsletter'
  website: string
  currency: string
}
