/** A state in one word, in a colour that only repeats what the word says. */
export const Badge = ({ tone, children }: { tone?: Tone | undefined; children: string }) => (
  <span class={tone ? `badge ${tone}` : 'badge'}>{children}</span>
)

export type Tone = 'good' | 'warn' | 'bad'
