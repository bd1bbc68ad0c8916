/** Who is signed in, and what they may see: `GET /auth/v1/session`. */
export interface Session {
  account: { email: string; name: string }
  programs: Program[]
}

export interface Program {
  public_id: string
  name: string
  type: 'affiliate' | 'refer_a_friend' | 'newsletter'
  website: string
  currency: string
}
